-- What the people of the temporary table "person" have left behind in Sessia's messenger.
INSERT INTO profiles.member
SELECT id, name, 'https://photos.sessia.example.com/' || md5(id::text) || '.jpg', email, phone, born_on, 'argon2id$' || md5(email || phone), language, country,
  CASE WHEN pg_temp.dice(id, 1, 2) = 0 THEN pg_temp.moment(id, 2) END, CASE WHEN role = 'heavy' OR id = 1 OR pg_temp.dice(id, 3, 3) > 0 THEN pg_temp.moment(id, 4) END,
  timestamptz '2018-01-15 07:30:00Z' + id * interval '9 days 2 hours', CASE WHEN role IN ('closed', 'blocked') THEN timestamptz '2026-06-20 09:10:00Z' END
FROM person;

CREATE TEMP VIEW active AS SELECT * FROM person WHERE role <> 'quiet';

-- Taken away at once when an account is deactivated, so closed accounts have none.
INSERT INTO profiles.address_book_entry
SELECT row_number() OVER (ORDER BY active.id, n), active.id, CASE WHEN friend IS NULL THEN pg_temp.pick(active.id + n, 10, ARRAY['Д-р Примеров', 'Таксѝ', 'Майстор Образцов', 'Grandma']) ELSE friend.name END,
  CASE WHEN friend IS NULL THEN '+447700900' || (900 + pg_temp.dice(active.id * 10 + n, 11, 100)) ELSE friend.phone END, friend IS NOT NULL, pg_temp.moment(active.id, 12)
FROM active CROSS JOIN LATERAL generate_series(1, 8 + active.id::int % 12) n
LEFT JOIN person friend ON friend.id = 1 + pg_temp.dice(active.id * 100 + n, 13, 240) AND n % 3 > 0 AND friend.id <> active.id
WHERE active.role NOT IN ('closed', 'blocked');

INSERT INTO profiles.rank
SELECT row_number() OVER (ORDER BY id, n), id, (ARRAY['Бронз', 'Сребро', 'Злато', 'Платина'])[n], 1000::bigint * n * n + pg_temp.dice(id, 20, 900), date '2024-02-01' + n * 180 + pg_temp.dice(id, 21, 150)
FROM active CROSS JOIN LATERAL generate_series(1, 1 + id::int % 4) n;

INSERT INTO profiles.public_post
SELECT row_number() OVER (ORDER BY id, n), id, pg_temp.pick(id * 31 + n, 30, ARRAY['Тази сутрин на Примерния връх. Невена, липсваше ни!', 'Търся добра рецепта за баница.', 'Who goes to the sample fair on Saturday?', 'Нов ранг! Благодаря на Калоян за съветите.']), pg_temp.moment(id * 100 + n, 31)
FROM active CROSS JOIN LATERAL generate_series(1, 1 + id % 4) n;

INSERT INTO profiles.device
SELECT pg_temp.uuid_of(id, 40), id, pg_temp.pick(id, 41, ARRAY['Android 15', 'iOS 19', 'Windows 12']), pg_temp.pick(id, 42, ARRAY['Firefox 144', 'Chromium 142', NULL]), language, pg_temp.pick(id, 43, ARRAY['home-wifi', 'Пример-Гост', NULL]), pg_temp.pick(id, 44, ARRAY['Sample Mobile', 'Образец Телеком']), pg_temp.moment(id, 45)
FROM active;

INSERT INTO profiles.app_use
SELECT id, app, pg_temp.dice(id, 50, 2) = 0, false, jsonb_build_object('notifications', pg_temp.dice(id, 51, 2) = 0, 'theme', 'dark'), 1 + pg_temp.dice(id, 52, 90), pg_temp.moment(id, 53)
FROM active CROSS JOIN (VALUES ('Sample Recipes'), ('Примерни карти')) AS apps (app) WHERE id <= 8 OR pg_temp.dice(id, length(app), 2) = 0;

INSERT INTO profiles.abuse_block
SELECT person.id, person.id, 'Над 500 еднакви съобщения за един час, отбелязани като спам', reporter.phone, timestamptz '2026-06-20 09:10:00Z'
FROM person JOIN person reporter ON reporter.id = person.id + 30 WHERE person.role = 'blocked' OR person.id % 89 = 0;

INSERT INTO messenger.call
SELECT row_number() OVER (ORDER BY id, n), id, pg_temp.pick(id * 1000 + n, 60, ARRAY['outgoing', 'incoming']), CASE WHEN pg_temp.dice(id + n, 61, 10) > 0 THEN peer END, '+447700900' || lpad(peer::text, 3, '0'), pg_temp.moment(id * 1000 + n, 62), pg_temp.dice(id * 1000 + n, 63, 2400)
FROM (SELECT id, n, 1 + pg_temp.dice(id * 1000 + n, 64, 240) AS peer FROM active CROSS JOIN LATERAL generate_series(1, CASE role WHEN 'heavy' THEN 5000 ELSE 10 + id % 30 END) n) made;

INSERT INTO messenger.message
SELECT row_number() OVER (ORDER BY id, n), id, pg_temp.pick(id * 1000 + n, 70, ARRAY['outgoing', 'incoming']), '+447700900' || lpad((1 + pg_temp.dice(id * 1000 + n, 71, 240))::text, 3, '0'), sent_at, sent_at + interval '0.4 seconds', CASE WHEN pg_temp.dice(id + n, 72, 8) > 0 THEN sent_at + pg_temp.dice(n, 73, 7200) * interval '1 second' END
FROM (SELECT id, n, pg_temp.moment(id * 1000 + n, 74) AS sent_at FROM active CROSS JOIN LATERAL generate_series(1, 12 + id % 40) n) made;

INSERT INTO messenger.content_view
SELECT row_number() OVER (ORDER BY id, n), id, pg_temp.pick(id * 3 + n, 80, ARRAY['Десет тихи езера', 'How bread rises', 'Супа за половин час']), pg_temp.moment(id * 100 + n, 81)
FROM active CROSS JOIN LATERAL generate_series(1, 5 + id % 12) n;

-- Only with consent; without it nothing is recorded.
INSERT INTO messenger.video_view
SELECT row_number() OVER (ORDER BY member_id, n), member_id, pg_temp.pick(member_id * 3 + n, 90, ARRAY['Как втасва хлябът', 'Ten quiet lakes', 'Урок по шах']), 5 + pg_temp.dice(member_id + n, 91, 900), pg_temp.moment(member_id * 100 + n, 92)
FROM profiles.member JOIN active ON id = member_id CROSS JOIN LATERAL generate_series(1, 3 + id % 9) n WHERE video_tracking_consent_at IS NOT NULL;
