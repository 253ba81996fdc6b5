-- What the people of the temporary table "person" have left behind in CallsApp's offices.
CREATE TEMP VIEW active AS SELECT * FROM person WHERE role NOT IN ('quiet', 'partner');

INSERT INTO billing.billing_profile
SELECT id, name, street, city, country, pg_temp.pick(id, 1, ARRAY['Sample Card', 'Example Card']), lpad(pg_temp.dice(id, 2, 10000)::text, 4, '0'),
  CASE WHEN pg_temp.dice(id, 5, 3) > 0 OR id <= 9 THEN 'LU00 0010 ' || lpad(pg_temp.dice(id, 6, 10000)::text, 4, '0') || ' 0000 ' || lpad(id::text, 4, '0') END, pg_temp.moment(id, 3)
FROM active WHERE id <= 9 OR pg_temp.dice(id, 4, 2) = 0;

INSERT INTO billing.payment
SELECT row_number() OVER (ORDER BY account_id, n), account_id, pg_temp.pick(account_id + n, 10, ARRAY['Call credit', 'Sticker pack', 'World minutes']), (5 + pg_temp.dice(account_id + n, 11, 2000) / 100.0)::numeric(10, 2), 'EUR', 'SP-' || upper(substr(md5(account_id || '-' || n), 1, 12)), pg_temp.moment(account_id * 100 + n, 12)
FROM billing.billing_profile CROSS JOIN LATERAL generate_series(1, 2 + account_id % 5) n;

INSERT INTO billing.paid_call
SELECT row_number() OVER (ORDER BY account_id, n), account_id, '+1202555' || lpad((100 + pg_temp.dice(account_id + n, 20, 100))::text, 4, '0'), 'US', pg_temp.pick(n, 21, ARRAY['Sample Telecom', 'Example Mobile']), pg_temp.moment(account_id * 100 + n, 22), seconds, 0.0190, round(seconds / 60.0 * 0.0190, 4), 'EUR'
FROM (SELECT account_id, n, 20 + pg_temp.dice(account_id * 100 + n, 23, 3000) AS seconds FROM billing.billing_profile CROSS JOIN LATERAL generate_series(1, 3 + account_id % 9) n) made;

INSERT INTO support.ticket
SELECT row_number() OVER (ORDER BY id), id, email, pg_temp.pick(id, 30, ARRAY['I cannot hear the other side', 'Не приходит код', 'Please change my number', 'A call was charged twice']), pg_temp.pick(id, 31, ARRAY['open', 'closed', 'closed']),
  pg_temp.pick(id, 32, ARRAY['Tessy Example', 'Марк Образцов']), pg_temp.moment(id, 33)
FROM active WHERE id <= 9 OR pg_temp.dice(id, 34, 3) = 0;

INSERT INTO support.ticket_message
SELECT row_number() OVER (ORDER BY ticket_id, n), ticket_id, CASE n WHEN 2 THEN 'support' ELSE 'you' END, CASE n WHEN 2 THEN agent_name END,
  CASE n WHEN 2 THEN pg_temp.pick(ticket_id, 40, ARRAY['We looked at your last calls and found the fault. It is mended.', 'Проверьте, пожалуйста, ещё раз: код отправлен.'])
    WHEN 1 THEN pg_temp.pick(ticket_id, 41, ARRAY['Since yesterday my calls to my sister Anna Biver (+352 691 555 020) are silent.', 'Код не приходит ни мне, ни моему мужу Глебу.', 'I was charged twice for one call to my doctor.'])
    ELSE pg_temp.pick(ticket_id, 42, ARRAY['It works again, thank you!', 'Спасибо, всё заработало.']) END, opened_at + n * interval '5 hours'
FROM support.ticket CROSS JOIN generate_series(1, 3) n;

INSERT INTO partners.partner
SELECT id, pg_temp.pick(id, 50, ARRAY['Example Tickets SA', 'Sample Radio GmbH']), name, email, phone, street || ', ' || city || ', ' || country, true, date '2022-02-01' + id::int
FROM person WHERE role = 'partner' OR id % 60 = 0;

INSERT INTO partners.letter
SELECT row_number() OVER (ORDER BY partner_id, n), partner_id, CASE n % 2 WHEN 1 THEN 'to us' ELSE 'from us' END, pg_temp.pick(n, 60, ARRAY['Our public account', 'Terms for next year', 'News for partners']),
  pg_temp.pick(partner_id + n, 61, ARRAY['Thank you for the call this morning. As agreed with Mr Lentz, we start in March.', 'Please find our terms below.', 'We would like to offer our listeners a bot.']), pg_temp.pick(n, 62, ARRAY['Tessy Example', 'Jonas Sample']), timestamptz '2026-01-12 10:00:00Z' + n * interval '20 days'
FROM partners.partner CROSS JOIN generate_series(1, 5) n;

INSERT INTO advertising.ad_profile
SELECT pg_temp.uuid_of(id, 70), id, language, country, city, pg_temp.pick(id, 71, ARRAY['Sample Phone 12', 'Example X3', 'Образец 5G']), ARRAY[pg_temp.pick(id, 72, ARRAY['games', 'travel', 'food'])],
  ARRAY['Sample Ads GmbH', pg_temp.pick(id, 73, ARRAY['Example Audience Ltd', 'Пример Реклама'])], CASE WHEN pg_temp.dice(id, 74, 10) = 0 THEN pg_temp.moment(id, 75) END, pg_temp.moment(id, 76)
FROM active WHERE role <> 'minor';

INSERT INTO advertising.outside_record
SELECT id, id, 'Example Data Ltd', pg_temp.pick(id, 80, ARRAY['18-24', '25-34', '35-49', '50-64']), 1 + pg_temp.dice(id, 81, 5), '+352691555' || lpad((900 + pg_temp.dice(id, 82, 100))::text, 3, '0'), NULL, pg_temp.moment(id, 83)
FROM active WHERE id <= 3 OR role <> 'minor' AND pg_temp.dice(id, 84, 5) = 0;
