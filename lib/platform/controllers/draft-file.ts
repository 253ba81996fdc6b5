import { Document, isNode } from 'yaml';
import type { Draft } from '@/lib/domain/datamap/draft';

/** The file of a drafted data map; each mark is a comment at its place. */
export function draftFile({ content, marks }: Draft): string {
  const document = new Document(content);
  for (const { path, note } of marks) {
    const node = document.getIn(path, true);
    if (!isNode(node)) throw new Error(`The draft has nothing at ${path.join('.')}`);
    node.commentBefore = node.commentBefore ? `${node.commentBefore}\n ${note}` : ` ${note}`;
  }
  return document.toString({ lineWidth: 0 });
}
