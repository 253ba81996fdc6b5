import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

// Tables as Chinook has them, with people of our own: Luis with something everywhere and Quiet with an account alone.
const TABLES = `
  CREATE TABLE employee (employee_id int PRIMARY KEY, title text, first_name text, last_name text, email text, birth_date date);
  CREATE TABLE customer (customer_id int PRIMARY KEY, first_name text, last_name text, company text, address text, city text, state text,
    country text, postal_code text, phone text, fax text, email text, support_rep_id int REFERENCES employee);
  CREATE TABLE track (track_id int PRIMARY KEY, name text, composer text, milliseconds int);
  CREATE TABLE bill (invoice_id int PRIMARY KEY, customer_id int REFERENCES customer, invoice_date timestamp, billing_address text, billing_city text,
    billing_state text, billing_country text, billing_postal_code text, total numeric(10, 2));
  CREATE TABLE invoice_line (invoice_line_id int PRIMARY KEY, invoice_id int, track_id int REFERENCES track, unit_price numeric(10, 2), quantity int);
  INSERT INTO employee VALUES (3, 'Sales Support Agent', 'Jane', 'Peacock', 'jane@chinook.example.com', '1973-08-29');
  INSERT INTO customer (customer_id, first_name, last_name, city, country, phone, email, support_rep_id) VALUES
    (1, 'Luís', 'Gonçalves', 'São José', 'Brazil', '+55 (12) 3923-5555', 'Luis@example.com', 3),
    (2, 'Анна', 'Крылова', 'София', 'Bulgaria', NULL, 'quiet@example.com', NULL);
  INSERT INTO track VALUES (10, 'Ode', 'Jane Peacock', 215000), (11, 'Тишина', NULL, 273);
  INSERT INTO bill (invoice_id, customer_id, invoice_date, billing_address, total) VALUES
    (1, 1, '2026-01-02 03:04:05', 'Av. Brigadeiro 2170, c/o Jane Peacock', 3.98), (2, 1, '2026-02-02', 'Jane Peacock''s desk', 0.99);
  INSERT INTO invoice_line VALUES (1, 1, 10, 1.99, 1), (2, 1, 11, 1.99, 1), (3, 2, 10, 0.99, 1);`;

/** A source database: `readOnlyUrl` with a login that can only read, `sql` as its owner. */
export type ShopDatabase = {
  readonly readOnlyUrl: string;
  readonly role: string;
  readonly sql: Client;
  readonly drop: () => Promise<void>;
};

export async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/**
 * A source database of the chinook controller's shape.
 * @param serverUrl a superuser's address on the server
 * @param more has to make the view `invoice` of the table `bill`, and may add people and bills
 */
export async function shopDatabase(serverUrl: string, more: string): Promise<ShopDatabase> {
  const id = randomBytes(5).toString('hex');
  const [database, role, password] = [`shop_${id}`, `shop_reader_${id}`, randomBytes(12).toString('hex')];
  const admin = await connected(serverUrl);
  await admin.query(`CREATE DATABASE ${database} TEMPLATE template0`);
  await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`);
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  const sql = await connected(url.href);
  for (const ddl of [TABLES, more, `GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`]) await sql.query(ddl);
  return {
    readOnlyUrl: Object.assign(new URL(url), { username: role, password }).href,
    role,
    sql,
    async drop() {
      await sql.end();
      await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
      await admin.query(`DROP ROLE ${role}`);
      await admin.end();
    },
  };
}
