import { spawn } from 'node:child_process';

/**
 * One line per step, with what it did and how long it took. Standard output stays free for data: progress goes to standard error.
 * @template Value
 * @param {string} name
 * @param {(note: (text: string) => void) => Promise<Value> | Value} work is given a way to say what it is doing
 * @param {(value: Value) => string} describe what the line says in the end
 * @returns {Promise<Value>}
 */
export async function step(name, work, describe) {
  const began = performance.now();
  const live = process.stderr.isTTY;
  const label = name.padEnd(11);
  let last = '';
  const clear = live ? '\r\x1b[2K' : '';
  try {
    const value = await work((text) => {
      if (text !== last) process.stderr.write(`${clear}  · ${label}${text.slice(0, 90)}${live ? '' : '\n'}`);
      last = text;
    });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stderr.write(`${clear}  ✓ ${label}${describe(value)} (${seconds} s)\n`);
    return value;
  } catch (error) {
    process.stderr.write(`${clear}  ✗ ${label}failed\n`);
    throw error;
  }
}

/**
 * Runs a Node program to its end and keeps what it said, to be shown only when it fails.
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void, signal?: AbortSignal }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNode(args, { cwd, env = process.env, onLine, signal }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (/** @type {Buffer} */ chunk) => {
      const text = chunk.toString();
      output += text;
      for (const line of text.split('\n')) if (line.trim()) onLine?.(line.trim());
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
