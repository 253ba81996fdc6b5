import { expect } from '@playwright/test';
import { test } from '../browser-test';

test('/api/tasks/[controller]/[system] says nothing to whom it does not know, nor takes what another site or a browser sends', async ({
  request,
}) => {
  const data = JSON.stringify({ task: `task_${'0'.repeat(32)}` });
  const headers = {
    'content-type': 'application/json',
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
    'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}`,
  };
  for (const path of ['callsapp/calls', 'callsapp/nothing', 'nobody/calls']) {
    const answer = await request.post(`/api/tasks/${path}`, { data, headers });
    expect([path, answer.status()]).toEqual([path, 404]);
  }
  expect((await request.get('/api/tasks/callsapp/calls')).status()).toBe(405);
  const elsewhere = { ...headers, origin: 'https://elsewhere.example' };
  expect((await request.post('/api/tasks/callsapp/calls', { data, headers: elsewhere })).status()).toBe(403);
  expect((await request.post('/api/tasks/callsapp/calls', { data: 'x'.repeat(2 ** 21), headers })).status()).toBe(413);
});
