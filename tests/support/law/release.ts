import { readFileSync, writeFileSync } from 'node:fs';
import { LAW_HISTORY } from '@/lib/domain/law/history';
import { LAW } from '@/lib/domain/law/law';
import { type ReleasedLaw, releasedAs, unexplained } from './released-law';

// Run by hand when a version of the law is released: npx tsx tests/support/law/release.ts
const FILE = new URL('released-law.json', import.meta.url);

const problems = unexplained(JSON.parse(readFileSync(FILE, 'utf8')) as ReleasedLaw, LAW, LAW_HISTORY);
if (problems.length > 0) throw new Error(`The history is not complete:\n${problems.join('\n')}`);
const { number } = LAW_HISTORY.at(-1) ?? LAW_HISTORY[0];
writeFileSync(FILE, `${JSON.stringify(releasedAs(number, LAW), null, 1)}\n`);
console.log(`Version ${number} is released: what changes from now on belongs to version ${number + 1}.`);
