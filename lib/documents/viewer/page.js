// The script of the offline viewer. It runs from a file, without network, in whatever browser the reader has: plain JavaScript of 2018,
// no modules (file:// refuses them), and text reaches the page only through textContent. Where it does not run, a note stays on the page.
'use strict';
(() => {
  const PAGE_ROWS = 50;
  // Up to here a table is harder to read than a list.
  const LIST_RECORDS = 3;
  // Files beside this page that stay in memory once read, and found records that do.
  const FILES_KEPT = 6;
  const HITS_KEPT = 1000;
  // More would not be sorted while somebody waits, nor fit into the memory of a phone.
  const SORTED_RECORDS = 200000;
  const SORTED_BY = 200;
  // So often a search says how far it has come: more often would be read aloud without end.
  const TOLD_EVERY = 1000;

  const parse = (id) => JSON.parse(document.getElementById(id).textContent);
  const { texts, lang } = parse('texts');
  const say = (key, values) => texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const number = new Intl.NumberFormat(lang);
  const collator = new Intl.Collator(lang, { numeric: true });
  // Capitals, accents and the two forms of one letter do not matter to who searches.
  const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase(lang);

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  /** In the place of whatever is in it. */
  function fill(place, parts) {
    place.textContent = '';
    place.append(...parts);
  }

  const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;
  const dayFormat = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const isDate = (text) => INSTANT.test(text);

  /** A date as a person reads it, with every digit of its time; the same as in the report. */
  function readable(text) {
    const [, day, time, zone] = INSTANT.exec(text) || [];
    const date = new Date(`${day}T00:00:00Z`);
    if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return text;
    const distance = !zone ? '' : /^(Z|[+-]00(:?00)?)$/.test(zone) ? ' UTC' : ` UTC${zone}`;
    return time ? `${dayFormat.format(date)}, ${time}${distance}` : dayFormat.format(date);
  }

  const valueElement = (name, text) =>
    isDate(text)
      ? element(name, {}, element('time', { datetime: text, title: text }, readable(text)))
      : element(name, { dir: 'auto' }, text);

  // A row may be shorter than the list of columns: a key that no record before it had has its column at the end.

  /** Scripts of this folder hand their rows over here, each under its own name. */
  const arrived = new Map();
  window.rightsdeskRows = (path, rows) => arrived.set(path, rows);
  // The one that was looked at longest ago comes first.
  const kept = new Map();

  /** The rows of a script beside this page; a page from a file may run one, and may read no other file. */
  function rowsOf(path) {
    const asked =
      kept.get(path) ||
      new Promise((resolve, reject) => {
        const script = element('script', { src: path });
        const end = () => {
          script.remove();
          const rows = arrived.get(path);
          arrived.delete(path);
          if (rows) return resolve(rows);
          kept.delete(path);
          return reject(new Error(path));
        };
        script.addEventListener('load', end);
        script.addEventListener('error', end);
        document.head.append(script);
      });
    kept.delete(path);
    kept.set(path, asked);
    if (kept.size > FILES_KEPT) kept.delete(kept.keys().next().value);
    return asked;
  }

  const button = (label, press) => {
    const made = element('button', { type: 'button', class: 'btn' }, label);
    made.addEventListener('click', press);
    return made;
  };

  /** Says how far something has come, if it takes so long that somebody asks, and no more often than it can be heard. */
  function slowly(tell) {
    let last = Date.now();
    return (value) => {
      if (Date.now() - last < TOLD_EVERY) return;
      last = Date.now();
      tell(value);
    };
  }

  class Category {
    constructor(place) {
      this.place = place;
      this.section = place.closest('section');
      this.title = this.section.querySelector('h2').textContent;
      this.query = '';
      this.filter = '';
      this.sort = null;
      this.page = 0;
    }

    load() {
      if (this.rows) return;
      const { columns, rows, total, path, folder, chunks } = parse(`d${this.place.dataset.category}`);
      // Number of the first record of each part; the page itself is the first of them.
      const starts = [0];
      for (const records of [rows.length, ...chunks]) starts.push(starts[starts.length - 1] + records);
      starts.pop();
      Object.assign(this, {
        columns,
        rows,
        total,
        path,
        folder,
        starts,
        shown: null,
        hits: new Map(),
        looked: total,
        runs: 0,
        draws: 0,
      });
    }

    part(no) {
      return no === 0 ? Promise.resolve(this.rows) : rowsOf(`${this.folder}/${no}.js`);
    }

    get count() {
      return this.shown ? this.shown.length : this.total;
    }

    /** @returns the rows of these records, read where they are not at hand. */
    async rowsAt(numbers) {
      const rows = [];
      for (const n of numbers) {
        const known = this.hits.get(n);
        const no = this.starts.length - 1 - [...this.starts].reverse().findIndex((start) => start <= n);
        rows.push(known || (await this.part(no))[n - this.starts[no]]);
      }
      return rows;
    }

    /**
     * Looks for what was asked in every record, part by part, keeping the numbers of those that have it and the rows of the first.
     * @returns how many have it; null once something else was asked meanwhile.
     */
    async select(tell) {
      this.load();
      this.runs += 1;
      const run = this.runs;
      this.page = 0;
      const wanted = [this.query, this.filter].map((text) => plain(text.trim())).filter((text) => text !== '');
      if (wanted.length === 0 && !this.sort)
        return Object.assign(this, { shown: null, hits: new Map(), looked: this.total }).total;
      const [shown, keys, hits] = [[], [], new Map()];
      let looked = 0;
      for (const [no, start] of this.starts.entries()) {
        const rows = await this.part(no).catch(() => []);
        if (run !== this.runs) return null;
        rows.forEach((row, i) => {
          // Dates are found as they are written and as they are shown.
          const words = wanted.length === 0 ? '' : plain(row.concat(row.filter(isDate).map(readable)).join('\u0000'));
          if (!wanted.every((text) => words.includes(text))) return;
          shown.push(start + i);
          if (hits.size < HITS_KEPT) hits.set(start + i, row);
          if (this.sort) keys.push((row[this.sort.column] || '').slice(0, SORTED_BY));
        });
        looked += rows.length;
        tell(looked);
      }
      Object.assign(this, { shown: this.sort ? this.sorted(shown, keys) : shown, hits, looked });
      return shown.length;
    }

    sorted(numbers, keys) {
      const { direction } = this.sort;
      return numbers
        .map((_, i) => i)
        .sort((a, b) => direction * collator.compare(keys[a], keys[b]))
        .map((i) => numbers[i]);
    }

    async draw() {
      this.load();
      if (!this.body) this.build();
      this.draws += 1;
      const draw = this.draws;
      const from = this.page * PAGE_ROWS;
      const to = Math.min(from + PAGE_ROWS, this.count);
      const numbers = Array.from({ length: to - from }, (_, i) => (this.shown ? this.shown[from + i] : from + i));
      const rows = await this.rowsAt(numbers).catch(() => null);
      if (draw !== this.draws) return;
      const parts = !rows ? [] : this.asList ? rows.map((row, i) => this.list(row, numbers[i])) : [this.table(rows)];
      const missing =
        rows && this.looked === this.total
          ? []
          : [element('p', { class: 'trial' }, say('chunkMissing', { folder: this.folder, path: this.path }))];
      fill(this.body, [...missing, ...parts]);
      this.range.textContent =
        this.count === 0
          ? say('searchNothing')
          : say('rowsShown', {
              from: number.format(from + 1),
              to: number.format(to),
              total: number.format(this.count),
            });
      this.previous.disabled = from === 0;
      this.next.disabled = to >= this.count;
    }

    build() {
      this.asList = this.total <= LIST_RECORDS;
      this.body = element('div', {});
      this.range = element('span', { role: 'status' });
      this.previous = button(texts.previous, () => this.turn(-1));
      this.next = button(texts.next, () => this.turn(1));
      fill(this.place, [element('h3', {}, texts.recordsHeading), ...(this.asList ? [] : [this.tools()]), this.body]);
    }

    /** Selects and shows anew, saying meanwhile how far it has come. */
    async again() {
      const tell = slowly(
        (done) =>
          (this.range.textContent = say('searching', { done: number.format(done), total: number.format(this.total) })),
      );
      if ((await this.select(tell)) !== null) await this.draw();
    }

    tools() {
      const input = element('input', {
        type: 'search',
        class: 'input',
        'aria-label': say('filter', { title: this.title }),
        placeholder: texts.filterLabel,
      });
      input.addEventListener('input', () => {
        this.filter = input.value;
        this.again();
      });
      return element('div', { class: 'tools' }, input, this.range, this.previous, this.next);
    }

    turn(step) {
      this.page += step;
      this.draw();
    }

    table(rows) {
      const head = element('tr', {}, ...this.columns.map((column, i) => this.heading(column, i)));
      const lines = rows.map((row) =>
        element('tr', {}, ...this.columns.map((_, i) => element('td', {}, valueElement('div', row[i] || '')))),
      );
      const table = element('table', { class: 'data' }, element('thead', {}, head), element('tbody', {}, ...lines));
      return element(
        'div',
        { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('tableLabel', { title: this.title }) },
        table,
      );
    }

    heading(column, i) {
      const sorted = this.sort && this.sort.column === i ? this.sort.direction : 0;
      if (this.total > SORTED_RECORDS) return element('th', { scope: 'col' }, column.title);
      const press = async () => {
        this.sort = { column: i, direction: sorted === 1 ? -1 : 1 };
        await this.again();
        const heading = this.body.querySelectorAll('th button')[i];
        if (heading) heading.focus();
      };
      const made = element('button', { type: 'button', title: say('sortBy', { column: column.title }) }, column.title);
      made.addEventListener('click', press);
      const order = { 0: 'none', 1: 'ascending', '-1': 'descending' }[sorted];
      return element('th', { scope: 'col', 'aria-sort': order }, made);
    }

    list(row, no) {
      const pairs = this.columns.map((column, i) => {
        const value = row[i] ? valueElement('dd', row[i]) : element('dd', { class: 'faint' }, texts.emptyValue);
        return element('div', {}, element('dt', {}, column.title), value);
      });
      const heading = element('h4', {}, say('recordNo', { n: number.format(no + 1) }));
      return element(
        'div',
        { class: 'record' },
        ...(this.total === 1 ? [] : [heading]),
        element('dl', { class: 'pairs' }, ...pairs),
      );
    }
  }

  const categories = [...document.querySelectorAll('.records')].map((place) => new Category(place));

  // A table is made when its part of the page comes near: a bundle may hold forty of them.
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        categories.find(({ place }) => place === target).draw();
      }
    },
    { rootMargin: '800px' },
  );
  for (const { place } of categories) near.observe(place);
  const without = document.getElementById('without');
  if (without) without.remove();

  const search = document.getElementById('search');
  const found = document.getElementById('found');
  let waiting;

  let searches = 0;

  async function searchAll() {
    searches += 1;
    const own = searches;
    const total = categories.reduce((sum, category) => (category.load(), sum + category.total), 0);
    const [done, hits] = [[], []];
    const sum = (numbers) => numbers.reduce((all, n) => all + n, 0);
    const tell = slowly(
      () => (found.textContent = say('searching', { done: number.format(sum(done)), total: number.format(total) })),
    );
    for (const [i, category] of categories.entries()) {
      category.query = search.value;
      const records = await category.select((looked) => tell((done[i] = looked)));
      if (own !== searches) return undefined;
      // Its own filter was changed meanwhile.
      if (records === null) return searchAll();
      [done[i], hits[i]] = [category.looked, records];
      // What could not be read may hold what is looked for.
      category.section.hidden = search.value.trim() !== '' && records === 0 && category.looked === category.total;
      if (category.body) await category.draw();
    }
    const values = { records: number.format(sum(hits)), kinds: number.format(hits.filter((n) => n > 0).length) };
    const answer = sum(hits) === 0 ? texts.searchNothing : say('searchFound', values);
    const partly =
      sum(done) < total
        ? ` ${say('searchPartly', { done: number.format(sum(done)), total: number.format(total) })}`
        : '';
    found.textContent = search.value.trim() === '' ? '' : answer + partly;
    return undefined;
  }

  if (search) {
    search.closest('form').hidden = false;
    search.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(searchAll, 150);
    });
    search.closest('form').addEventListener('submit', async (event) => {
      event.preventDefault();
      clearTimeout(waiting);
      await searchAll();
      const first = document.querySelector('.category:not([hidden])');
      if (first) first.scrollIntoView();
    });
    search.closest('form').addEventListener('reset', () => setTimeout(searchAll));
  }

  // Printing takes what is on the page, so every table has to be there.
  addEventListener('beforeprint', () => categories.forEach((category) => category.body || category.draw()));

  const theme = document.getElementById('theme');
  const isDark = () =>
    (document.documentElement.dataset.theme ||
      (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const nameTheme = () => (theme.textContent = isDark() ? texts.light : texts.dark);
  theme.hidden = false;
  theme.addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    nameTheme();
  });
  nameTheme();
})();
