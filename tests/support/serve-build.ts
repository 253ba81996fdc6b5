import { settings } from '@/lib/cli/settings';
import { startWebServer } from '@/lib/platform/web-server';

// Run by other-build.ts as a process of its own: it ends with its channel.
const [folder = '', port = ''] = process.argv.slice(2);
const { BASE_URL, TRUSTED_PROXIES } = settings();
const everything = { controller: () => true, locale: () => true, question: () => true };

void startWebServer({
  folder,
  host: 'localhost',
  port: Number(port),
  baseUrl: BASE_URL,
  trusted: TRUSTED_PROXIES,
  known: everything,
}).then((server) => {
  process.once('disconnect', () => void server.stop().then(() => process.exit(0)));
  process.send?.('serving');
});
