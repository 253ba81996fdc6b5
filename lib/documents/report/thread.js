// How the report's thread begins where the code is not built. Plain JavaScript, because a thread of Node 20 reads TypeScript only once tsx is
// registered within it; `--import tsx` is not enough there. Where it is built, `in-thread.ts` itself lies beside the rest under this name.

const { register } = await import('tsx/esm/api');
register();
await import('./in-thread.ts');
