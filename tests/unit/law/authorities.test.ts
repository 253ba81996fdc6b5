import { describe, expect, it } from 'vitest';
import { AUTHORITIES, authorityFor } from '@/lib/domain/law/authorities';
import { CALENDAR_IDS, EEA } from '@/lib/domain/calendar/holidays/places';

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

  it.each(AUTHORITIES.map((authority) => [authority.place, authority] as const))(
    '%s has links that are links, and an address that is one',
    (_, authority) => {
      for (const link of [authority.site, authority.complaintUrl]) {
        const url = new URL(link);
        expect(url.protocol).toBe('https:');
        expect(url.hostname).toMatch(/\.[a-z]{2,}$/);
      }
      if (authority.email) expect(authority.email).toMatch(/^[^@\s]+@[^@\s]+\.[a-z]{2,}$/);
    },
  );

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

  it('is named by its postal address where that is known, with how far it was checked, and by its site everywhere', () => {
    for (const { place, address, addressVerified, site } of AUTHORITIES) {
      expect([place, addressVerified === null]).toEqual([place, address === null]);
      expect(site).toMatch(/^https:/);
      if (address !== null) expect(address).toMatch(/\d/);
    }
    expect(AUTHORITIES.filter(({ address }) => address !== null).length).toBeGreaterThanOrEqual(30);
  });

  it.each([
    ['GB', 'Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF'],
    ['CH', 'Feldeggweg 1, 3003 Bern'],
    ['FR', '3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07'],
    ['AT', 'Barichgasse 40–42, 1030 Wien'],
    ['DE-BY', 'Promenade 18, 91522 Ansbach'],
    ['US-CA-AG', 'P.O. Box 944255, Sacramento, CA 94244-2550'],
  ])('in %s is written to at %s, from knowledge until somebody reads it', (place, address) => {
    expect(authorityFor(place)).toMatchObject({ address, addressVerified: 'knowledge' });
  });

  it.each(['LU', 'BG'])('in %s has an address that was read', (place) => {
    expect(authorityFor(place)?.addressVerified).not.toBe('knowledge');
    expect(authorityFor(place)?.address).toMatch(/\d/);
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
