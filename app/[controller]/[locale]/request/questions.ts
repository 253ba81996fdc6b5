import type { QuestionId } from '@/lib/domain/intake/journey';
import type { Asked } from './asked';
import { California } from './_questions/california';
import { ForWhom } from './_questions/for-whom';
import { Residence } from './_questions/residence';
import { Rights } from './_questions/rights';
import { Who } from './_questions/who';
import { Whose } from './_questions/whose';

/** The inside of each page that asks. */
export const QUESTION_PARTS: Readonly<Record<QuestionId, (asked: Asked) => React.ReactNode>> = {
  'for-whom': ForWhom,
  whose: Whose,
  residence: Residence,
  rights: Rights,
  who: Who,
  california: California,
};
