import { z } from 'zod';

/** What a system calls back with: which task it has done. What came of it, it answers when it is asked again. */
export const callBackSchema = z.strictObject({ task: z.string().regex(/^task_[0-9a-f]{32}$/) });

/** Bytes of a call's body. */
export const CALL_BACK_BYTES = 4096;
