import { loadLetterPdf } from '@/lib/features/review/loaders/letters';
import { authorizeCase, requireStaff } from '@/lib/features/staff/loaders/session';

type Context = { params: Promise<{ id: string; letter: string }> };

/** A letter as a page to print, as the person has it or will have it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const staff = await requireStaff('workCases');
  const { id, letter } = await params;
  const caseId = await authorizeCase(staff, id);
  const pdf = await loadLetterPdf(caseId, letter);
  if (!pdf) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="letter.pdf"',
      'cache-control': 'no-store',
    },
  });
}
