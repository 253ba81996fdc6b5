/** Every record of a stream of JSON Lines, having checked that each chunk ends with a whole line. */
export async function recordsOf(chunks: AsyncIterable<Buffer>): Promise<Record<string, unknown>[]> {
  const records: Record<string, unknown>[] = [];
  for await (const chunk of chunks) {
    const text = chunk.toString('utf8');
    if (!text.endsWith('\n')) throw new Error('a chunk ends in the middle of a record');
    for (const line of text.slice(0, -1).split('\n')) records.push(JSON.parse(line) as Record<string, unknown>);
  }
  return records;
}
