import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, scriptJson } from '@/lib/documents/viewer/html';
import { contactHtml, factsHtml, link, tableHtml } from '@/lib/documents/viewer/parts';

describe('HTML', () => {
  it.each([
    ['<script>', '&lt;script&gt;'],
    ['"quoted" & \'single\'', '&quot;quoted&quot; &amp; &#39;single&#39;'],
    ['Иван 👋', 'Иван 👋'],
    ['&amp;', '&amp;amp;'],
  ])('takes what is put into it as text: %s', (text, escaped) => {
    expect(html`<p title="${text}">${text}</p>`.html).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  it('puts HTML into HTML, lists one after the other, and nothing for null', () => {
    expect(html`<ul>${['a', 'b'].map((text) => html`<li>${text}</li>`)}</ul>${null}${7}`.html).toBe(
      '<ul><li>a</li><li>b</li></ul>7',
    );
  });

  it('never lets a text become a tag or leave an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', '/', '=') }), (text) => {
        expect(html`${text}`.html).not.toMatch(/[<>"']/u);
      }),
    );
  });
});

describe('JSON in a script element', () => {
  it('cannot end the element', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('</script>', '<!--', '<script'), (value, text) => {
        const written = scriptJson([value, text]);
        expect(written).not.toContain('<');
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify([value, text])));
      }),
    );
  });
});

describe('parts of a page', () => {
  it.each(['https://example.com/?a=1&b=2', 'http://example.com'])('link to web addresses: %s', (url) => {
    expect(link(url).html).toContain('<a href="http');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', ' https://example.com', 'example.com'])(
    'do not link to anything else: %s',
    (url) => {
      expect(link(url).html).not.toContain('<a');
    },
  );

  it('show what is known of an address and nothing of the rest', () => {
    const contact = { name: 'Desk', address: null, email: 'desk@example.com', phone: null, url: null };
    expect(contactHtml(contact).html).toBe(
      '<address><b>Desk</b><br><a href="mailto:desk@example.com">desk@example.com</a></address>',
    );
  });

  it('leave out a fact that has nothing to say', () => {
    expect(
      factsHtml([
        ['Why', ['To bill you']],
        ['Transfers', []],
      ]).html,
    ).toBe('<dl class="defs"><div><dt>Why</dt><dd><p>To bill you</p></dd></div></dl>');
  });

  it('give every table headings and a name', () => {
    const table = tableHtml(['Kind', 'Records'], [['Calls', '7']], [1]).html;
    expect(table).toContain('aria-label="Kind, Records"');
    expect(table).toContain('<th scope="row">Calls</th><td class="figure">7</td>');
  });
});
