/** Who is who in these cases: Alice decides, Bob approves, nobody else has done anything. */
export const ALICE = 'alice';
export const BOB = 'bob';

export const SHA = 'ab'.repeat(32);
