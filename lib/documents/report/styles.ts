import { StyleSheet } from '@react-pdf/renderer';
import { FAMILY } from './faces';

/** Points. A4, margins as of a letter. */
export const MARGIN = 54;
export const PAGE = {
  portrait: { width: 595.28, height: 841.89 },
  landscape: { width: 841.89, height: 595.28 },
} as const;

/** Between the margins of an upright page. */
export const CONTENT_WIDTH = PAGE.portrait.width - 2 * MARGIN;

export const INK = '#1a1d21';
export const INK_2 = '#454a50';
export const INK_3 = '#5f656b';
export const LINE = '#d8d2c6';
export const SUNKEN = '#f3f0ea';

export const styles = StyleSheet.create({
  page: {
    fontFamily: FAMILY,
    fontWeight: 400,
    fontSize: 9.5,
    lineHeight: 1.45,
    color: INK,
    paddingTop: 48,
    paddingBottom: 62,
    paddingHorizontal: MARGIN,
  },
  strong: { fontWeight: 600 },
  muted: { color: INK_2 },
  small: { fontSize: 8, color: INK_2 },
  paragraph: { marginBottom: 6 },
  heading1: { fontSize: 20, lineHeight: 1.25, fontWeight: 600, marginBottom: 10 },
  heading2: { fontSize: 13.5, lineHeight: 1.3, fontWeight: 600 },
  heading3: { fontSize: 10.5, fontWeight: 600, marginTop: 10, marginBottom: 2 },
  section: { marginBottom: 26 },
  category: { borderTopWidth: 1.2, borderTopColor: INK, paddingTop: 7 },
  categoryNote: { color: INK_2, marginBottom: 7 },
  row: { flexDirection: 'row', borderBottomWidth: 0.6, borderBottomColor: LINE, paddingVertical: 3.5 },
  head: {
    flexDirection: 'row',
    borderBottomWidth: 0.8,
    borderBottomColor: INK_3,
    paddingBottom: 3,
    color: INK_2,
    fontSize: 8.5,
  },
  figure: { textAlign: 'right' },
  footer: {
    position: 'absolute',
    left: MARGIN,
    flexDirection: 'row',
    justifyContent: 'space-between',
    borderTopWidth: 0.6,
    borderTopColor: LINE,
    paddingTop: 6,
    fontSize: 8,
    color: INK_2,
  },
  code: { backgroundColor: SUNKEN, padding: 7, fontSize: 8.5, marginVertical: 5 },
});
