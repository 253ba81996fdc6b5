import type { QuestionId } from '@/lib/domain/intake/questions';
import type { Asked } from './asked';
import { Age } from './_questions/age';
import { California } from './_questions/california';
import { Correction } from './_questions/correction';
import { Deletion } from './_questions/deletion';
import { Restriction } from './_questions/restriction';
import { Objection } from './_questions/objection';
import { Consent } from './_questions/consent';
import { Portability } from './_questions/portability';
import { ForWhom } from './_questions/for-whom';
import { FoundBy } from './_questions/found-by';
import { Period } from './_questions/period';
import { Relation } from './_questions/relation';
import { Residence } from './_questions/residence';
import { Rights } from './_questions/rights';
import { Who } from './_questions/who';
import { Whose } from './_questions/whose';

/** The inside of each page that asks. */
export const QUESTION_PARTS: Readonly<Record<QuestionId, (asked: Asked) => React.ReactNode>> = {
  'for-whom': ForWhom,
  whose: Whose,
  'found-by': FoundBy,
  residence: Residence,
  age: Age,
  relation: Relation,
  rights: Rights,
  correction: Correction,
  deletion: Deletion,
  restriction: Restriction,
  objection: Objection,
  consent: Consent,
  portability: Portability,
  period: Period,
  who: Who,
  california: California,
};
