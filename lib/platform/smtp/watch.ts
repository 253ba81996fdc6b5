import type { SmtpPhase, SmtpTimeouts } from './phases';

/** What nodemailer tells a logger (`transactionLog`): `tnx` says of what, the text is a command or a reply. Nothing of it is written anywhere. */
type Entry = { readonly tnx?: string; readonly remotePort?: number; readonly outByteCount?: number };

const PHASE_OF: readonly (readonly [RegExp, SmtpPhase])[] = [
  [/^(?:EHLO|HELO)\b/, 'hello'],
  [/^STARTTLS\b/, 'tls'],
  [/^AUTH\b/, 'login'],
  [/^MAIL\b/, 'sender'],
  [/^RCPT\b/, 'recipient'],
  [/^DATA\b/, 'data'],
  [/^QUIT\b/, 'quit'],
];

/**
 * Follows a delivery through its phases and gives each its own time: until a whole reply is there, so that a server which sends a byte now
 * and then gains nothing. Commands that went out together (RFC 2920) are waited for one after the other.
 */
export class SmtpWatch {
  /** Where the delivery is. */
  phase: SmtpPhase = 'connect';
  /** Whether the server takes addresses beyond ASCII (RFC 6531); null until it has said what it can do. */
  smtpUtf8: boolean | null = null;
  private readonly awaited: SmtpPhase[] = ['greeting'];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly seconds: SmtpTimeouts,
    private readonly onOverdue: () => void,
  ) {
    this.enter('connect');
  }

  enter(phase: SmtpPhase): void {
    this.phase = phase;
    clearTimeout(this.timer);
    this.timer = setTimeout(this.onOverdue, this.seconds[phase] * 1000);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** To be given to nodemailer as its logger. */
  readonly logger = Object.fromEntries(
    ['trace', 'debug', 'info', 'warn', 'error', 'fatal'].map((level) => [
      level,
      (entry: Entry, ...words: unknown[]) => this.hear(entry, String(words[0] ?? '')),
    ]),
  ) as Record<'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal', (entry: Entry, ...words: unknown[]) => void>;

  private hear({ tnx, remotePort, outByteCount }: Entry, text: string): void {
    if (tnx === 'network' && remotePort !== undefined) this.enter('greeting');
    if (tnx === 'client') this.sent(text);
    if (tnx === 'server') this.answered(text);
    // The last byte has left: what is waited for now is whether the server takes the mail.
    if (tnx === 'message' && outByteCount !== undefined) this.enter('accept');
  }

  private sent(command: string): void {
    // The lines of a login that follow the first bear no name.
    const phase = PHASE_OF.find(([form]) => form.test(command))?.[1] ?? this.phase;
    if (this.awaited.push(phase) === 1) this.enter(phase);
  }

  private answered(reply: string): void {
    const to = this.awaited.shift();
    if (to === 'hello') this.smtpUtf8 = /^2/.test(reply) && /^250[ -]SMTPUTF8\b/im.test(reply);
    const [next] = this.awaited;
    // A reply that asks for the handshake leaves the time of its phase running anew.
    if (next ?? to) this.enter((next ?? to) as SmtpPhase);
  }
}
