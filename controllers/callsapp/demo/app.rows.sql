-- What the people of the temporary table "person" have left behind in CallsApp. The same every time, but for messages still waiting.
INSERT INTO accounts.account
SELECT id, name, 'https://photos.callsapp.example.com/' || md5(id::text) || '.jpg', email, phone, 'scrypt$16384$' || md5(email) || '$' || md5(phone || email),
  language, country, city, born_on, timestamptz '2019-03-01 09:00:00Z' + id * interval '6 days 5 hours', ('192.0.2.' || (id % 250 + 1))::inet,
  CASE WHEN role IN ('closed', 'blocked') THEN timestamptz '2026-05-04 16:20:00Z' END
FROM person WHERE role <> 'partner';

CREATE TEMP VIEW active AS SELECT * FROM person WHERE role NOT IN ('quiet', 'partner');

INSERT INTO accounts.address_book_permission
SELECT id, pg_temp.dice(id, 1, 3) > 0, timestamptz '2024-01-08 10:00:00Z' + id * interval '3 hours', CASE WHEN pg_temp.dice(id, 2, 4) = 0 THEN pg_temp.moment(id, 3) END
FROM active;

INSERT INTO accounts.social_profile
SELECT id, network, 'https://' || lower(network) || '.example.com/' || md5(id || network), email, born_on,
  jsonb_build_array(jsonb_build_object('employer', pg_temp.pick(id, 10, ARRAY['Example Logistics', 'Пример Аптека', 'Sample Bank', 'Образец Строй']), 'since', 2010 + pg_temp.dice(id, 11, 12))),
  jsonb_build_array(jsonb_build_object('school', pg_temp.pick(id, 12, ARRAY['Sample University', 'Примерный институт', 'Example Lyceum']), 'until', 2000 + pg_temp.dice(id, 13, 20))),
  ARRAY[pg_temp.pick(id, 14, ARRAY['cycling', 'chess', 'шахматы', 'cooking']), pg_temp.pick(id, 15, ARRAY['jazz', 'кино', 'hiking', 'gardening'])],
  city, jsonb_build_array(pg_temp.pick(id, 16, ARRAY['How bread rises', 'Как растёт хлеб', 'Ten quiet lakes'])), pg_temp.moment(id, 17)
FROM active CROSS JOIN (VALUES ('Facebook'), ('VK')) AS networks (network)
WHERE role IN ('heavy', 'minor') OR id <= 9 AND network = 'Facebook' OR pg_temp.dice(id, 18, 4) = CASE network WHEN 'VK' THEN 0 ELSE 1 END;

INSERT INTO accounts.social_contact
SELECT row_number() OVER (ORDER BY profile.account_id, network, n), profile.account_id, network, pg_temp.pick(profile.account_id, n, ARRAY['friend', 'follows', 'followed by']),
  friend.name, 'https://' || lower(network) || '.example.com/' || md5(friend.id || network)
FROM accounts.social_profile profile CROSS JOIN generate_series(1, 4) n JOIN person friend ON friend.id = 1 + pg_temp.dice(profile.account_id * 10 + n, 20, 300)
WHERE friend.id <> profile.account_id;

INSERT INTO accounts.device
SELECT pg_temp.uuid_of(id * 10 + n, 30), id, pg_temp.pick(id + n, 31, ARRAY['Sample Phone 12', 'Example X3', 'Образец 5G']), pg_temp.pick(id + n, 32, ARRAY['Android 15', 'Android 16', 'iOS 19']),
  ARRAY['callsapp', pg_temp.pick(id, 33, ARRAY['maps', 'weather', 'bank']), pg_temp.pick(id, 34, ARRAY['chess', 'radio', 'recipes'])], pg_temp.moment(id * 10 + n, 35), timestamptz '2026-10-30 08:00:00Z' - pg_temp.dice(id, 36, 400) * interval '1 hour'
FROM active CROSS JOIN generate_series(1, 2) n WHERE n = 1 OR pg_temp.dice(id, 37, 3) = 0;

INSERT INTO accounts.location
SELECT row_number() OVER (ORDER BY id, n), id, pg_temp.moment(id * 100 + n, 40), 'WPS', 49.6 + pg_temp.dice(id, 41, 400000) / 1000000.0, 6.1 + pg_temp.dice(id * 7 + n, 42, 300000) / 1000000.0, 15 + pg_temp.dice(n, 43, 60)
FROM active CROSS JOIN generate_series(1, 12) n WHERE role = 'heavy' OR id IN (1, 2) OR pg_temp.dice(id, 44, 3) = 0;

INSERT INTO accounts.group_link
SELECT id, id, pg_temp.pick(id, 50, ARRAY['CallsApp Inc.', 'T-One Corporation Inc.']), 'G-' || upper(substr(md5(id || 'group'), 1, 10)), email, ('198.51.100.' || (id % 250 + 1))::inet,
  jsonb_build_object('registration', true, 'calls', pg_temp.dice(id, 51, 2) = 0), pg_temp.moment(id, 52), CASE WHEN pg_temp.dice(id, 53, 4) = 0 THEN timestamptz '2026-10-01 12:00:00Z' END
FROM active WHERE id <= 9 OR pg_temp.dice(id, 54, 3) = 0;

INSERT INTO accounts.abuse_block
SELECT blocked.id, blocked.id, pg_temp.pick(blocked.id, 60, ARRAY['The same link sent to 900 numbers within an hour', 'Одна и та же ссылка отправлена на 900 номеров за час']), 'machine, confirmed by a person',
  reporter.phone, timestamptz '2026-05-04 16:20:00Z', NULL
FROM (SELECT id, (id + 20) AS reporter_id FROM person WHERE role = 'blocked' OR id % 97 = 0) blocked JOIN person reporter ON reporter.id = reporter_id;

-- One row for each side's own log. The heavy person's calls come last, so that a larger demo only adds to the end.
INSERT INTO calls.call
SELECT row_number() OVER (ORDER BY heavy, id, n), id, pg_temp.pick(id * 1000003 + n, 70, ARRAY['outgoing', 'incoming']), CASE WHEN dice > 9 THEN peer END, '+352691555' || lpad(peer::text, 3, '0'),
  CASE WHEN heavy THEN timestamptz '2019-11-01 00:00:00Z' + n * (interval '7 years' / current_setting('demo.big_records')::int) ELSE pg_temp.moment(id * 1000 + n, 71) END,
  CASE WHEN dice < 12 THEN 0 ELSE dice * 37 % 3600 + 3 END, dice < 12, pg_temp.pick(n, 72, ARRAY['wifi', 'mobile', 'mobile', 'wired'])
FROM (
  SELECT id, n, role = 'heavy' AS heavy, pg_temp.dice(id * 1000003 + n, 73, 100) AS dice, 1 + pg_temp.dice(id * 1000003 + n, 74, 300) AS peer
  FROM active CROSS JOIN LATERAL generate_series(1, CASE WHEN role = 'heavy' THEN current_setting('demo.big_records')::int ELSE 20 + id % 40 END) n
) made;

INSERT INTO calls.message
SELECT row_number() OVER (ORDER BY id, n), id, pg_temp.pick(id * 1000 + n, 80, ARRAY['outgoing', 'incoming']), peer, '+352691555' || lpad(peer::text, 3, '0'), sent_at, sent_at + interval '0.7 seconds'
FROM (
  SELECT id, n, 1 + pg_temp.dice(id * 1000 + n, 81, 300) AS peer, pg_temp.moment(id * 1000 + n, 82) AS sent_at
  FROM active CROSS JOIN LATERAL generate_series(1, 15 + id % 60) n
) made;

INSERT INTO calls.undelivered_message
SELECT row_number() OVER (ORDER BY id, n), id, '+352691555' || lpad((1 + pg_temp.dice(id * 10 + n, 90, 300))::text, 3, '0'), queued_at, (queued_at + interval '14 days')::date, 200 + pg_temp.dice(id, 91, 4000)
FROM (SELECT id, n, date_trunc('hour', now()) - (1 + pg_temp.dice(id * 10 + n, 92, 12)) * interval '1 day' AS queued_at FROM active CROSS JOIN generate_series(1, 2) n WHERE id <= 9 OR pg_temp.dice(id, 93, 5) = 0) waiting;

INSERT INTO activity.post
SELECT row_number() OVER (ORDER BY id, n), id, pg_temp.pick(id + n, 100, ARRAY['community', 'public account']), pg_temp.pick(id + n, 101, ARRAY['Sample City Cyclists', 'Рецепты на каждый день', 'Lost and Found Example Town']),
  pg_temp.pick(id * 31 + n, 102, ARRAY['Who comes along on Sunday? We meet at nine.', 'Спасибо Ольге за рецепт, получилось с первого раза!', 'Found a blue umbrella near the sample bridge. 🌂',
    'Кто знает хорошего мастера? Мой телефон в профиле.', 'I disagree with what Anna wrote yesterday: "the path" is open again.']), pg_temp.moment(id * 100 + n, 103)
FROM active CROSS JOIN LATERAL generate_series(1, 1 + id % 4) n;

INSERT INTO activity.reaction
SELECT row_number() OVER (ORDER BY id, n), id, kind, pg_temp.pick(id + n, 110, ARRAY['Sample City Cyclists', 'Рецепты на каждый день', 'Example News']),
  CASE kind WHEN 'comment' THEN pg_temp.pick(id + n, 111, ARRAY['Well said!', 'Согласна с вами.', 'Thanks, Pit!']) END, CASE kind WHEN 'link opened' THEN 'https://news.example.com/' || md5((id + n)::text) END, pg_temp.moment(id * 100 + n, 112)
FROM (SELECT id, n, pg_temp.pick(id * 7 + n, 113, ARRAY['like', 'comment', 'follow', 'link opened']) AS kind FROM active CROSS JOIN LATERAL generate_series(1, 4 + id % 8) n) made;

INSERT INTO activity.bot_message
SELECT row_number() OVER (ORDER BY id, n), id, pg_temp.pick(id, 120, ARRAY['Weather Bot', 'Бот аптеки', 'Ticket Bot']), CASE n % 2 WHEN 1 THEN 'to the bot' ELSE 'from the bot' END,
  CASE n % 2 WHEN 1 THEN pg_temp.pick(id + n, 121, ARRAY['Weather tomorrow', 'Есть ли аспирин?', 'Two tickets, please, for me and Léon']) ELSE pg_temp.pick(id + n, 122, ARRAY['Sunny, 21 °C', 'Да, в двух аптеках рядом', 'Done.']) END, pg_temp.moment(id * 100, 123) + n * interval '40 seconds'
FROM active CROSS JOIN generate_series(1, 4) n WHERE id <= 9 OR pg_temp.dice(id, 124, 3) = 0;

INSERT INTO activity.search
SELECT row_number() OVER (ORDER BY id, n), id, pg_temp.pick(id + n, 130, ARRAY['Shop Extension', 'Gif Extension']), pg_temp.pick(id * 3 + n, 131, ARRAY['red bicycle', 'кофеварка', 'birthday cat', 'size 42 boots']),
  pg_temp.pick(id + n, 132, ARRAY['Sample bicycle 28"', 'Кофеварка «Пример»', NULL]), CASE WHEN pg_temp.dice(id + n, 133, 3) = 0 THEN '+352691555' || lpad((1 + pg_temp.dice(id + n, 134, 300))::text, 3, '0') END, pg_temp.moment(id * 100 + n, 135)
FROM active CROSS JOIN LATERAL generate_series(1, 2 + id % 6) n;

INSERT INTO activity.content_view
SELECT row_number() OVER (ORDER BY id, n), id, pg_temp.pick(id + n, 140, ARRAY['Example News', 'Sample City Cyclists', 'Рецепты на каждый день']), pg_temp.pick(id * 3 + n, 141, ARRAY['Ten quiet lakes', 'Суп за полчаса', NULL]), pg_temp.moment(id * 100 + n, 142)
FROM active CROSS JOIN LATERAL generate_series(1, 6 + id % 15) n;

INSERT INTO activity.mini_app_use
SELECT id, app, kind, false, jsonb_build_object('connected', true, 'sound', pg_temp.dice(id, 150, 2) = 0), 1 + pg_temp.dice(id, 151, 200), 60 + pg_temp.dice(id, 152, 90000), pg_temp.moment(id, 153)
FROM active CROSS JOIN (VALUES ('Sample Chess', 'game'), ('Пример Такси', 'service')) AS apps (app, kind) WHERE id <= 9 OR pg_temp.dice(id, length(app), 2) = 0;
