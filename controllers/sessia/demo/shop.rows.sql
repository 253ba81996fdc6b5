-- What the people of the temporary table "person" have left behind in Sessia's marketplace and offices.
CREATE TEMP VIEW active AS SELECT * FROM person WHERE role <> 'quiet';

INSERT INTO shop.payment_method
SELECT id, id, upper(name), pg_temp.pick(id, 1, ARRAY['Sample Card', 'Example Card']), lpad(pg_temp.dice(id, 2, 10000)::text, 4, '0'), pg_temp.moment(id, 3)
FROM active WHERE id <= 8 OR pg_temp.dice(id, 4, 2) = 0;

INSERT INTO shop.purchase
SELECT row_number() OVER (ORDER BY id, n), id, pg_temp.pick(id + n, 10, ARRAY['Примерна книжарница', 'Sample Garden', 'Образцов магазин']), street || ', ' || city, pg_temp.pick(id + n, 11, ARRAY['delivered', 'delivered', 'sent back', 'ordered']), pg_temp.dice(id + n, 12, 5) > 0, 0, 'EUR', pg_temp.dice(id + n, 13, 3) > 0, pg_temp.moment(id * 100 + n, 14)
FROM active CROSS JOIN LATERAL generate_series(1, 1 + id % 7) n WHERE id <= 8 OR pg_temp.dice(id, 15, 2) = 0;

INSERT INTO shop.purchase_item
SELECT order_id, n, pg_temp.pick(order_id * 7 + n, 20, ARRAY['Книга „Примерът“', 'Seeds, 12 sorts', 'Чаша за чай', 'Lamp, model S']), 1 + pg_temp.dice(order_id + n, 21, 3), (3 + pg_temp.dice(order_id * 3 + n, 22, 9000) / 100.0)::numeric(12, 2)
FROM shop.purchase CROSS JOIN LATERAL generate_series(1, 1 + order_id % 3) n;

UPDATE shop.purchase SET total = (SELECT sum(quantity * price) FROM shop.purchase_item item WHERE item.order_id = purchase.order_id);

INSERT INTO support.enquiry
SELECT row_number() OVER (ORDER BY id), email, id, pg_temp.pick(id, 30, ARRAY['Не чувам отсрещната страна, когато звъня на Боряна.', 'Къде е поръчката ми?', 'My points are missing.']), pg_temp.pick(id, 31, ARRAY['Прегледахме последните ви обаждания и поправихме грешката.', 'Пътува към вас.', NULL]), pg_temp.pick(id, 32, ARRAY['Яна Примерова', 'Petar Sample']), pg_temp.dice(id, 33, 3) = 0, pg_temp.moment(id, 34)
FROM active WHERE id <= 8 OR pg_temp.dice(id, 35, 4) = 0;

INSERT INTO advertising.ad_contact
SELECT row_number() OVER (ORDER BY id, n), id, pg_temp.uuid_of(id, 40), pg_temp.pick(id + n, 41, ARRAY['Sample Garden', 'Образцов магазин', 'Example Travel']), pg_temp.pick(id + n, 42, ARRAY['книги', 'travel', 'градина']), pg_temp.moment(id * 100 + n, 43)
FROM active CROSS JOIN LATERAL generate_series(1, 3 + id % 6) n WHERE role <> 'minor';

INSERT INTO advertising.outside_record
SELECT id, id, 'Example Data Ltd', pg_temp.pick(id, 50, ARRAY['18-24', '25-34', '35-49', '50-64']), ARRAY[pg_temp.pick(id, 51, ARRAY['градинарство', 'travel', 'шах'])], NULL, pg_temp.moment(id, 52)
FROM active WHERE id <= 3 OR role <> 'minor' AND pg_temp.dice(id, 53, 5) = 0;

-- The calendar year before the requests of 2026: Cal. Civ. Code 1798.83.
INSERT INTO advertising.disclosure
SELECT row_number() OVER (ORDER BY id, n), id, (ARRAY['Sample Garden', 'Example Travel Inc.'])[n], (ARRAY['3 Example Park, Plovdiv', '200 Example Road, Oakland, CA 94600'])[n], (ARRAY[ARRAY['Name and address.', 'Electronic mail address.'], ARRAY['Electronic mail address.', 'The kind of product the customer purchased, leased, or rented.']])[n:n], pg_temp.moment(id, 60), date '2025-02-10' + n * 60 + pg_temp.dice(id, 61, 90)
FROM active CROSS JOIN generate_series(1, 2) n WHERE role = 'californian' OR id % 25 = 0;
