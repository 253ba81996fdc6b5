/** Where a rule was read. Facts with the tag `knowledge` name the text that must still be read. */
export interface Source {
  readonly title: string;
  readonly url: string | null;
}

export const SOURCES: Readonly<Record<string, Source>> = {
  gdpr: { title: 'Regulation (EU) 2016/679', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
  edpb: {
    title: 'EDPB Guidelines 01/2022 on the right of access, version 2.1',
    url: 'https://www.edpb.europa.eu/our-work-tools/our-documents/guidelines/guidelines-012022-data-subject-rights-right-access_en',
  },
  reg1182: { title: 'Regulation (EEC, Euratom) No 1182/71', url: 'https://eur-lex.europa.eu/eli/reg/1971/1182/oj' },
  c526: {
    title: 'CJEU, C-526/24 Brillen Rottler, 19 March 2026',
    url: 'https://curia.europa.eu/juris/liste.jsf?num=C-526/24',
  },
  c154: { title: 'CJEU, C-154/21, 12 January 2023', url: 'https://curia.europa.eu/juris/liste.jsf?num=C-154/21' },
  c203: { title: 'CJEU, C-203/22, 27 February 2025', url: 'https://curia.europa.eu/juris/liste.jsf?num=C-203/22' },
  zzld: { title: 'Закон за защита на личните данни (Bulgaria), as amended by ДВ 69/2026', url: 'https://www.cpdp.bg/' },
  luAct2018: {
    title: 'Act of 1 August 2018 organising the National Commission for Data Protection (Luxembourg)',
    url: 'https://legilux.public.lu/eli/etat/leg/loi/2018/08/01/a686/jo',
  },
  art8: { title: 'National laws under Art. 8(1) GDPR, in a tracker of 2018 and 2019', url: null },
  dkAct: { title: 'Danish data protection act, as amended for 1 January 2024, in a summary', url: null },
  hellenic2020: { title: 'Hellenic Data Protection Authority on a parent’s request, 2020, in a summary', url: null },
  ukGdpr: {
    title: 'UK GDPR as amended by the Data (Use and Access) Act 2025',
    url: 'https://www.legislation.gov.uk/eur/2016/679',
  },
  dpa54: {
    title: 'Data Protection Act 2018 (UK), section 54',
    url: 'https://www.legislation.gov.uk/ukpga/2018/12/section/54',
  },
  dpa2018: {
    title: 'Data Protection Act 2018 (UK), as amended by the Data (Use and Access) Act 2025',
    url: 'https://www.legislation.gov.uk/ukpga/2018/12',
  },
  fadp: {
    title: 'Federal Act on Data Protection (Switzerland)',
    url: 'https://www.fedlex.admin.ch/eli/cc/2022/491/en',
  },
  civ: { title: 'California Civil Code, Title 1.81.5 (CCPA)', url: 'https://leginfo.legislature.ca.gov/' },
  ccr: { title: '11 CCR 7000 and following (CCPA regulations)', url: 'https://cppa.ca.gov/regulations/' },
  civ1798_83: {
    title: 'California Civil Code 1798.83 (Shine the Light), 1798.84',
    url: 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1798.83.',
  },
  drop: { title: 'California Civil Code 1798.99.86 (Delete Act)', url: 'https://leginfo.legislature.ca.gov/' },
  product: { title: 'Policy of this product where the law gives no number', url: null },
};
