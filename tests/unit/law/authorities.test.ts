import { describe, expect, it } from 'vitest';
import { AUTHORITIES, authorityFor } from '@/lib/domain/law/authorities';
import { CALENDAR_IDS, EEA } from '@/lib/domain/law/holidays/places';

describe('the authority to complain to', () => {
  it('exists once for each place', () => {
    expect(new Set(AUTHORITIES.map(({ place }) => place)).size).toBe(AUTHORITIES.length);
  });

  it.each([...EEA, 'GB', 'CH', 'US-CA', 'EU'])('is known in %s', (place) => {
    const authority = authorityFor(place);
    expect(authority?.place).toBe(place);
    expect(authority?.name.length).toBeGreaterThan(5);
    expect(authority?.languages[0]).toMatch(/^[a-z]{2}$/);
  });

  it.each(AUTHORITIES.map((authority) => [authority.place, authority] as const))('%s has links that are links, and an address that is one', (_, authority) => {
    for (const link of [authority.site, authority.complaintUrl]) {
      const url = new URL(link);
      expect(url.protocol).toBe('https:');
      expect(url.hostname).toMatch(/\.[a-z]{2,}$/);
    }
    if (authority.email) expect(authority.email).toMatch(/^[^@\s]+@[^@\s]+\.[a-z]{2,}$/);
  });

  it.each(CALENDAR_IDS.filter((id) => id.startsWith('DE-')))('is that of the Land in %s', (land) => {
    expect(authorityFor(land)).toMatchObject({ place: land, languages: ['de'] });
  });

  it.each([
    ['GB-SCT', 'GB'],
    ['DE-XX', 'DE'],
    ['LU', 'LU'],
  ])('of %s is that of %s', (place, found) => {
    expect(authorityFor(place)?.place).toBe(found);
  });

  it.each(['US-NY', 'US', 'BR', 'unknown', ''])('is unknown in %j', (place) => {
    expect(authorityFor(place)).toBeNull();
  });

  it('has the addresses that were read at the authorities themselves', () => {
    expect(authorityFor('LU')).toMatchObject({
      shortName: 'CNPD',
      address: '15, Boulevard du Jazz, L-4370 Belvaux',
      phone: '(+352) 26 10 60-1',
      email: 'info@cnpd.lu',
      languages: ['fr', 'de', 'lb', 'en'],
    });
    expect(authorityFor('BG')).toMatchObject({ shortName: 'КЗЛД', email: 'kzld@cpdp.bg', languages: ['bg'] });
  });
});
