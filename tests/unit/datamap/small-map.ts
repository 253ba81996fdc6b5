/** What a small map may name. */
export const words = {
  categories: { account: 'Account' },
  purposes: { serve: { title: 'To serve you', basis: 'contract' } },
  recipients: { hosting: { name: 'Hosting', kind: 'processor', purpose: 'servers' } },
  retentions: { always: { title: 'as long as needed' } },
  transfers: { usa: { title: 'United States', safeguard: 'clauses', citation: 'Art. 46(2)(c) GDPR' } },
};

export const ID = { name: 'id', fides_meta: { primary_key: true } };
export const EMAIL = { name: 'email', fides_meta: { identity: 'email' } };

/** A map of one system with these collections. */
export const map = (collections: unknown[], system: Record<string, unknown> = {}) => ({
  rightsdesk: words,
  dataset: [{ fides_key: 'app', collections, ...system }],
});
/** One whose only collection states these facts. */
export const account = (rightsdesk: Record<string, unknown>) =>
  map([{ name: 'account', fields: [ID, EMAIL], meta: { rightsdesk } }]);
