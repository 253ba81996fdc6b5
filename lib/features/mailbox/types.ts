export type KeptMail = {
  readonly id: string;
  readonly locale: string;
  readonly at: Date;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};
