// The script of the offline viewer. It runs from a file, without network, in whatever browser the reader has: plain JavaScript of 2018,
// no modules (file:// refuses them), and text reaches the page only through textContent. Where it does not run, a note stays on the page.
'use strict';
(() => {
  const PAGE_ROWS = 50;
  // Up to here a table is harder to read than a list.
  const LIST_RECORDS = 3;

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
  const dayFormat = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
  const isDate = (text) => INSTANT.test(text);

  /** A date as a person reads it, with every digit of its time; the same as in the report. */
  function readable(text) {
    const [, day, time, zone] = INSTANT.exec(text) || [];
    const date = new Date(`${day}T00:00:00Z`);
    if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return text;
    const distance = !zone ? '' : /^(Z|[+-]00(:?00)?)$/.test(zone) ? ' UTC' : ` UTC${zone}`;
    return time ? `${dayFormat.format(date)}, ${time}${distance}` : dayFormat.format(date);
  }

  const valueElement = (name, text) => (isDate(text) ? element(name, {}, element('time', { datetime: text, title: text }, readable(text))) : element(name, { dir: 'auto' }, text));

  /** Rows of a CSV file (RFC 4180), the names of its columns first. */
  function readCsv(text) {
    const rows = [];
    let row = [];
    const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
    FIELD.lastIndex = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    while (FIELD.lastIndex < text.length) {
      const field = FIELD.exec(text);
      if (!field) return [];
      row.push(field[1] === undefined ? field[2] : field[1].replace(/""/g, '"'));
      if (field[3] === ',') continue;
      rows.push(row);
      row = [];
    }
    return rows;
  }

  const button = (label, press) => {
    const made = element('button', { type: 'button', class: 'btn' }, label);
    made.addEventListener('click', press);
    return made;
  };

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
      const { columns, rows, total, path } = parse(`d${this.place.dataset.category}`);
      Object.assign(this, { columns, rows, total, path, shown: rows, words: null });
    }

    /** What a row is searched by: made once, when someone searches. */
    wordsOf() {
      if (!this.words) this.words = new Map(this.rows.map((row) => [row, plain(row.concat(row.filter(isDate).map(readable)).join('\u0000'))]));
      return this.words;
    }

    select() {
      this.load();
      const wanted = [this.query, this.filter].map((text) => plain(text.trim())).filter((text) => text !== '');
      const words = wanted.length === 0 ? null : this.wordsOf();
      this.shown = words ? this.rows.filter((row) => wanted.every((text) => words.get(row).includes(text))) : this.rows;
      if (this.sort) {
        const { column, direction } = this.sort;
        this.shown = [...this.shown].sort((a, b) => direction * collator.compare(a[column], b[column]));
      }
      this.page = 0;
      return this.shown.length;
    }

    draw() {
      this.load();
      if (!this.body) this.build();
      const from = this.page * PAGE_ROWS;
      const rows = this.shown.slice(from, from + PAGE_ROWS);
      fill(this.body, this.asList ? rows.map((row) => this.list(row)) : [this.table(rows)]);
      const to = from + rows.length;
      const range = { from: number.format(Math.min(from + 1, to)), to: number.format(to), total: number.format(this.shown.length) };
      this.range.textContent = this.shown.length === 0 ? say('searchNothing') : say('rowsShown', range);
      this.previous.disabled = from === 0;
      this.next.disabled = to >= this.shown.length;
    }

    build() {
      this.asList = this.rows.length <= LIST_RECORDS;
      this.body = element('div', {});
      this.range = element('span', { role: 'status' });
      this.previous = button(texts.previous, () => this.turn(-1));
      this.next = button(texts.next, () => this.turn(1));
      const parts = [element('h3', {}, texts.recordsHeading)];
      if (this.rows.length < this.total) {
        const values = { shown: number.format(this.rows.length), total: number.format(this.total), path: this.path };
        parts.push(element('p', { class: 'small' }, say('viewerLimit', values)), this.opener(values));
      }
      if (!this.asList) parts.push(this.tools());
      parts.push(this.body);
      fill(this.place, parts);
    }

    /** Lets the reader hand over the file with all records: a page from a file may not read another one by itself. */
    opener(values) {
      const input = element('input', { type: 'file', accept: '.csv' });
      const answer = element('span', { role: 'status' });
      input.addEventListener('change', () => {
        const reader = new FileReader();
        reader.addEventListener('load', () => {
          const rows = readCsv(reader.result);
          const names = rows.shift();
          const whole = names && names.join('\u0000') === this.columns.map(({ name }) => name).join('\u0000') && rows.length === this.total;
          if (whole) this.takeAll(rows);
          else answer.textContent = say('openWrong', values);
        });
        if (input.files.length > 0) reader.readAsText(input.files[0]);
      });
      return element('label', { class: 'open-all' }, say('openAll', values), input, answer);
    }

    takeAll(rows) {
      Object.assign(this, { rows, words: null, body: null });
      this.select();
      this.draw();
      searchAll();
    }

    tools() {
      const input = element('input', { type: 'search', class: 'input', 'aria-label': say('filter', { title: this.title }), placeholder: texts.filterLabel });
      input.addEventListener('input', () => {
        this.filter = input.value;
        this.select();
        this.draw();
      });
      return element('div', { class: 'tools' }, input, this.range, this.previous, this.next);
    }

    turn(step) {
      this.page += step;
      this.draw();
    }

    table(rows) {
      const head = element('tr', {}, ...this.columns.map((column, i) => this.heading(column, i)));
      const lines = rows.map((row) => element('tr', {}, ...row.map((text) => element('td', {}, valueElement('div', text)))));
      const table = element('table', { class: 'data' }, element('thead', {}, head), element('tbody', {}, ...lines));
      return element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('tableLabel', { title: this.title }) }, table);
    }

    heading(column, i) {
      const sorted = this.sort && this.sort.column === i ? this.sort.direction : 0;
      const press = () => {
        this.sort = { column: i, direction: sorted === 1 ? -1 : 1 };
        this.select();
        this.draw();
        this.body.querySelectorAll('th button')[i].focus();
      };
      const made = element('button', { type: 'button', title: say('sortBy', { column: column.title }) }, column.title);
      made.addEventListener('click', press);
      const order = { 0: 'none', 1: 'ascending', '-1': 'descending' }[sorted];
      return element('th', { scope: 'col', 'aria-sort': order }, made);
    }

    list(row) {
      const pairs = this.columns.map((column, i) => {
        const value = row[i] === '' ? element('dd', { class: 'faint' }, texts.emptyValue) : valueElement('dd', row[i]);
        return element('div', {}, element('dt', {}, column.title), value);
      });
      const heading = element('h4', {}, say('recordNo', { n: number.format(this.rows.indexOf(row) + 1) }));
      return element('div', { class: 'record' }, ...(this.total === 1 ? [] : [heading]), element('dl', { class: 'pairs' }, ...pairs));
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

  function searchAll() {
    let records = 0;
    let kinds = 0;
    for (const category of categories) {
      category.query = search.value;
      const hits = category.select();
      records += hits;
      kinds += hits > 0 ? 1 : 0;
      category.section.hidden = search.value.trim() !== '' && hits === 0;
      if (category.body) category.draw();
    }
    const values = { records: number.format(records), kinds: number.format(kinds) };
    const answer = records === 0 ? texts.searchNothing : say('searchFound', values);
    const partly = categories.some(({ rows, total }) => rows.length < total) ? ` ${texts.searchPartly}` : '';
    found.textContent = search.value.trim() === '' ? '' : answer + partly;
  }

  if (search) {
    search.closest('form').hidden = false;
    search.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(searchAll, 150);
    });
    search.closest('form').addEventListener('submit', (event) => {
      event.preventDefault();
      searchAll();
      const first = document.querySelector('.category:not([hidden])');
      if (first) first.scrollIntoView();
    });
    search.closest('form').addEventListener('reset', () => setTimeout(searchAll));
  }

  // Printing takes what is on the page, so every table has to be there.
  addEventListener('beforeprint', () => categories.forEach((category) => category.body || category.draw()));

  const theme = document.getElementById('theme');
  const isDark = () => (document.documentElement.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const nameTheme = () => (theme.textContent = isDark() ? texts.light : texts.dark);
  theme.hidden = false;
  theme.addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    nameTheme();
  });
  nameTheme();
})();
