/**
 * The phases of a delivery and the seconds each may take; no reply within them ends the try. Up to `data` nothing was handed over and a try
 * is made again, so they are shorter than RFC 5321, section 4.5.3.2, allows a client; `accept` is the ten minutes of section 4.5.3.2.6, since
 * whoever hangs up earlier does not know whether the mail was taken. `quit` is how long the server may take to hang up afterwards.
 */
export const SMTP_SECONDS = {
  connect: 20,
  greeting: 60,
  hello: 60,
  tls: 30,
  login: 60,
  sender: 60,
  recipient: 60,
  data: 120,
  content: 180,
  accept: 600,
  quit: 5,
} as const;

export type SmtpPhase = keyof typeof SMTP_SECONDS;
export type SmtpTimeouts = Readonly<Record<SmtpPhase, number>>;

const isPhase = (name: string): name is SmtpPhase => name in SMTP_SECONDS;

/** Reads `phase=seconds[,phase=seconds]`; phases that are not named keep their own. @returns null where it is none */
export function smtpTimeouts(text: string): SmtpTimeouts | null {
  const given = text
    .split(',')
    .filter((one) => one.trim() !== '')
    .map((one) => one.split('=').map((part) => part.trim()));
  const pairs = given.map(([name = '', seconds = '', ...rest]) => ({
    name,
    seconds: Number(seconds),
    whole: rest.length === 0 && seconds !== '',
  }));
  if (pairs.some(({ name, seconds, whole }) => !isPhase(name) || !whole || !(seconds > 0 && seconds <= 3600)))
    return null;
  return { ...SMTP_SECONDS, ...Object.fromEntries(pairs.map(({ name, seconds }) => [name, seconds])) };
}
