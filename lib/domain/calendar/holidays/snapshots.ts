import type { Calendars, HolidayCalendar } from '../holiday-calendar';
import { type LocalDate, localDate } from '../local-date';
import daysAt from './AT.json';
import daysBe from './BE.json';
import daysBg from './BG.json';
import daysCh from './CH.json';
import daysCy from './CY.json';
import daysCz from './CZ.json';
import daysDe from './DE.json';
import daysDeBb from './DE-BB.json';
import daysDeBe from './DE-BE.json';
import daysDeBw from './DE-BW.json';
import daysDeBy from './DE-BY.json';
import daysDeHb from './DE-HB.json';
import daysDeHe from './DE-HE.json';
import daysDeHh from './DE-HH.json';
import daysDeMv from './DE-MV.json';
import daysDeNi from './DE-NI.json';
import daysDeNw from './DE-NW.json';
import daysDeRp from './DE-RP.json';
import daysDeSh from './DE-SH.json';
import daysDeSl from './DE-SL.json';
import daysDeSn from './DE-SN.json';
import daysDeSt from './DE-ST.json';
import daysDeTh from './DE-TH.json';
import daysDk from './DK.json';
import daysEe from './EE.json';
import daysEs from './ES.json';
import daysFi from './FI.json';
import daysFr from './FR.json';
import daysGbEng from './GB-ENG.json';
import daysGbNir from './GB-NIR.json';
import daysGbSct from './GB-SCT.json';
import daysGbWls from './GB-WLS.json';
import daysGr from './GR.json';
import daysHr from './HR.json';
import daysHu from './HU.json';
import daysIe from './IE.json';
import daysIs from './IS.json';
import daysIt from './IT.json';
import daysLi from './LI.json';
import daysLt from './LT.json';
import daysLu from './LU.json';
import daysLv from './LV.json';
import daysMt from './MT.json';
import daysNl from './NL.json';
import daysNo from './NO.json';
import daysPl from './PL.json';
import daysPt from './PT.json';
import daysRo from './RO.json';
import daysSe from './SE.json';
import daysSi from './SI.json';
import daysSk from './SK.json';
import daysUsCa from './US-CA.json';
import daysUsFed from './US-FED.json';

/** One place as reviewed: what was corrected against the library it was made from stands in the file itself. */
export interface HolidaySnapshot {
  readonly id: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly source: string;
  readonly corrections: readonly string[];
  readonly holidays: Readonly<Record<string, string>>;
}

export const SNAPSHOTS: readonly HolidaySnapshot[] = [
  daysAt,
  daysBe,
  daysBg,
  daysCh,
  daysCy,
  daysCz,
  daysDe,
  daysDeBb,
  daysDeBe,
  daysDeBw,
  daysDeBy,
  daysDeHb,
  daysDeHe,
  daysDeHh,
  daysDeMv,
  daysDeNi,
  daysDeNw,
  daysDeRp,
  daysDeSh,
  daysDeSl,
  daysDeSn,
  daysDeSt,
  daysDeTh,
  daysDk,
  daysEe,
  daysEs,
  daysFi,
  daysFr,
  daysGbEng,
  daysGbNir,
  daysGbSct,
  daysGbWls,
  daysGr,
  daysHr,
  daysHu,
  daysIe,
  daysIs,
  daysIt,
  daysLi,
  daysLt,
  daysLu,
  daysLv,
  daysMt,
  daysNl,
  daysNo,
  daysPl,
  daysPt,
  daysRo,
  daysSe,
  daysSi,
  daysSk,
  daysUsCa,
  daysUsFed,
];

/** For clocks that never ask for holidays (California's calendar days). */
export const NO_HOLIDAYS: HolidayCalendar = { id: 'NONE', firstYear: 1, lastYear: 9999, holidays: new Map() };

const made = new Map<string, HolidayCalendar>([[NO_HOLIDAYS.id, NO_HOLIDAYS]]);

function calendarOf({ id, firstYear, lastYear, holidays }: HolidaySnapshot): HolidayCalendar {
  const days = Object.entries(holidays).map(([day, name]): [LocalDate, string] => [localDate(day), name]);
  return { id, firstYear, lastYear, holidays: new Map(days) };
}

/** The calendars the product ships, without any override of the operator. */
export const shippedCalendars: Calendars = (id) => {
  const known = made.get(id);
  if (known) return known;
  const snapshot = SNAPSHOTS.find((candidate) => candidate.id === id);
  if (!snapshot) return null;
  const calendar = calendarOf(snapshot);
  made.set(id, calendar);
  return calendar;
};
