import { localDate } from '../../calendar/local-date';

/** The UK GDPR of its own, from the end of the transition. */
export const LEFT_THE_EU = localDate('2021-01-01');

/** Arts. 12A and 22A to 22D, by the Data (Use and Access) Act 2025, ss. 76, 80 (SI 2026/82). */
export const NEW_ARTICLE_12A = localDate('2026-02-05');

/** DPA 2018 s. 164A in force, Art. 77 UK GDPR omitted: the Act of 2025, s. 103, Sch. 10 (SI 2026/82 reg. 3). */
export const COMPLAINTS = localDate('2026-06-19');

export const REVIEWED = localDate('2026-11-22');
export const READ_AGAIN = localDate('2026-11-27');
