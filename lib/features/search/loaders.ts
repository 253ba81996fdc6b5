import 'server-only';
import { wantedBy } from '@/lib/domain/search/wanted';
import { recordReading } from '@/lib/features/log/mutations/reading';
import type { Staff } from '@/lib/features/staff/types/staff';
import { controllers } from '@/lib/platform/controllers/registry';
import { openFromAddress, sealForAddress } from '@/lib/platform/vault/sealed-address';
import { casesOf } from './data';
import { MOST_FOUND, type SearchNote, searchNoteSchema } from './schema';
import type { Searched } from './types';

// A list of found cases is worked through in a day; afterwards its address no longer says what was searched for.
const KEPT_MS = 10 * 3_600_000;

const contextOf = (staff: Staff): string => `search:${staff.id}`;

/** Searches by every reading of what was typed, and logs each reading with what it found. Where no reading is left nothing is found. */
export async function loadSearch(staff: Staff, text: string, now: Date = new Date()): Promise<Searched> {
  const prefixes = [...controllers().values()].map(({ definition }) => definition.referencePrefix);
  const ids = new Set<string>();
  const by: SearchNote['by'] = [];
  let more = false;
  for (const wanted of wantedBy(text, prefixes)) {
    const found = await casesOf(wanted, staff);
    await recordReading(staff.id, {}, { kind: 'SearchMade', data: { by: wanted.by, found: found.ids.length } }, now);
    for (const id of found.ids) ids.add(id);
    by.push(wanted.by);
    more ||= found.more;
  }
  const note: SearchNote = { text, by, more: more || ids.size > MOST_FOUND, at: now.getTime() };
  return { ids: [...ids].slice(0, MOST_FOUND), by, sealedNote: sealForAddress(note, contextOf(staff)) };
}

/** What the list before this person was searched for; null for another's address, an old one, or none. */
export function searchNoteOf(staff: Staff, sealed: string | undefined, now: Date = new Date()): SearchNote | null {
  const note = searchNoteSchema.safeParse(sealed === undefined ? null : openFromAddress(sealed, contextOf(staff)));
  return note.success && now.getTime() - note.data.at < KEPT_MS ? note.data : null;
}
