import { expect } from 'chai';
import { loadPageReader, type Page, type PageOptions, type ReadPage } from '../../../src/tags/hypertext/safe-page.js';
import { kept } from '../../../src/tags/hypertext/stand-ins.js';
import { click } from '../../support/input.js';
import { painted } from '../../support/page.js';
import { until } from '../../support/until.js';

const marker = '/no-such-place/';
const there = new URL(marker, location.href).href;
const window_ = window as unknown as { ran?: string[] };

/** Each wants to run `ran.push`, or to fetch something of the place that is watched. */
const nasty: readonly (readonly [what: string, html: string])[] = [
  ['a script', `<script>ran.push(1)</script><p>text</p><script src="${there}a.js"></script>`],
  ['a script in a picture', `<svg><script>ran.push(2)</script><text>text</text></svg>`],
  [
    'handlers',
    `<p onclick="ran.push(3)" onmouseover="ran.push(3)">text</p><img src="data:," onerror="ran.push(3)"><body onload="ran.push(3)">`,
  ],
  [
    'handlers of animations',
    `<style>@keyframes x{}p{animation:x 1ms}</style><p onanimationstart="ran.push(4)" onanimationend="ran.push(4)">text</p><details ontoggle="ran.push(4)" open>text</details>`,
  ],
  [
    'script addresses',
    `<a href="javascript:ran.push(5)">text</a><a href="java&#10;script:ran.push(5)">text</a><svg><a xlink:href="javascript:ran.push(5)"><text>text</text></a></svg><math href="javascript:ran.push(5)"><mi>text</mi></math>`,
  ],
  [
    'a frame',
    `<iframe src="javascript:parent.ran.push(6)"></iframe><iframe srcdoc="<script>parent.ran.push(6)</script>"></iframe><iframe src="${there}f.html"></iframe>text`,
  ],
  ['frames', `<frameset><frame src="${there}frame.html"></frameset>`],
  [
    'embedded things',
    `<object data="${there}o.swf"><param name="a" value="b">text</object><embed src="${there}e.pdf"><applet code="${there}a"></applet>text`,
  ],
  [
    'a form',
    `<form action="${there}form"><input autofocus onfocus="ran.push(7)" name=a><button formaction="javascript:ran.push(7)">text</button><input type=image src="${there}i.png"></form>`,
  ],
  ['a refresh', `<meta http-equiv="refresh" content="0;url=${there}meta">text`],
  [
    'a style sheet from elsewhere',
    `<link rel=stylesheet href="${there}l.css"><style>@import "${there}i.css";@import url(${there}j.css);</style><p>text`,
  ],
  [
    'pictures of style sheets',
    `<style>p{background:url(${there}b.png)}p::before{content:url(${there}c.png)}p{--a:url(${there}d.png);background-image:var(--a)}p{background:image-set("${there}s.png" 1x)}p{cursor:url(${there}c.cur),auto}@media all{p{list-style:url(${there}m.png);border-image:url(${there}m2.png) 1}}@supports (color:red){b{mask:url(${there}mask.svg#a)}p{& b{background:url(${there}n.png)}}}</style><p>text<b>text`,
  ],
  [
    'pictures of style attributes',
    `<p style="background:url(${there}b.png)">text</p><p style='background-image:image-set("${there}s.png" 1x)'>t</p><p style="--x:u\\72l(${there}v.png);background:var(--x)">text</p><div background="${there}g.png">text</div><table background="${there}t.png"><tr><td>text</table>`,
  ],
  ['fonts', `<style>@font-face{font-family:x;src:url(${there}f.woff2)}p{font-family:x}</style><p>text`],
  [
    'pictures in many sizes',
    `<img srcset="${there}1.png 1x, ${there}2.png 2x"><picture><source srcset="${there}3.webp"><img alt=text></picture>`,
  ],
  [
    'vector pictures that refer elsewhere',
    `<svg width=9 height=9><use href="${there}u.svg#a"/><image href="${there}i.png" width=9 height=9 /><filter id=f><feImage href="${there}fe.png"/></filter><rect width=9 height=9 filter="url(${there}f.svg#f)" fill="url(${there}p.svg#p)" mask="url(${there}m.svg#m)"/><foreignObject><img src=x onerror="ran.push(8)"></foreignObject><animate attributeName=href values="javascript:ran.push(8)"/><set attributeName=onmouseover to="ran.push(8)"/></svg>text`,
  ],
  [
    'sound and film',
    `<video autoplay src="${there}v.mp4" onplay="ran.push(9)"><source src="${there}w.mp4" onerror="ran.push(9)"><track src="${there}t.vtt" default></video><audio autoplay src="${there}a.mp3"></audio><bgsound src="${there}b.mp3">text`,
  ],
  ['another base', `<base href="${there}"><img src="javascript:ran.push(10)"><a href="x">text</a>`],
  [
    'markup that changes when it is read twice',
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=ran.push(11)&gt;">text<noscript><p title="</noscript><img src=x onerror=ran.push(11)>"></noscript><svg></p><style><a id="</style><img src=1 onerror=ran.push(11)>">`,
  ],
  [
    'names that hide methods',
    `<form id=a><input name=attributes><input name=parentNode><img name=removeChild onerror="ran.push(12)" src="data:,"></form><img name=cookie id=getElementById src="data:,">text`,
  ],
  [
    'things that open',
    `<button popovertarget=pop>text</button><div id=pop popover>text</div><dialog open>text</dialog><template shadowrootmode=open><script>ran.push(13)</script></template>`,
  ],
  ['a custom element', `<x-card is=y onclick="ran.push(14)"><script>ran.push(14)</script>text</x-card>`],
  ['an unfinished end', `<p>text<img src="${there}x.js" onerror="ran.push(15)"`],
];

describe('loadPageReader', () => {
  let read: ReadPage;
  const options: PageOptions = { inline: false, clickableLinks: false };
  let homes: HTMLElement[] = [];
  const put = (page: Page) => {
    const home = document.createElement('div');
    document.body.append(home);
    homes.push(home);
    const root = home.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [...(page.sheets ?? [])];
    root.append(page.element);
    return page.element;
  };
  const show = (html: string, more: Partial<PageOptions> = {}) => put(read(html, { ...options, ...more }));
  const fetched = () => performance.getEntriesByType('resource').map(({ name }) => name);
  before(async () => {
    read = await loadPageReader();
  });
  beforeEach(() => {
    window_.ran = [];
  });
  afterEach(() => {
    for (const home of homes) home.remove();
    homes = [];
  });

  for (const inline of [false, true]) {
    it(`lets nothing run or load, ${inline ? 'inline' : 'by itself'}`, async () => {
      performance.clearResourceTimings();
      const pages = nasty.map(([what, html]) => [what, show(html, { inline })] as const);
      for (const [what, page] of pages) {
        expect(
          page.querySelector('script, style, link, meta, iframe, object, embed, form, input, button, base'),
          what,
        ).to.equal(null);
        for (const element of [page, ...page.querySelectorAll('*')]) {
          const names = element
            .getAttributeNames()
            .filter((name) => /^on|^(?:srcset|action|formaction|popover)/.test(name));
          expect(names, what).to.deep.equal([]);
          for (const name of ['href', 'src', 'xlink:href'])
            expect(element.getAttribute(name) ?? '', what).not.to.match(/script:/);
        }
        if (page.innerText.includes('text')) await click(page);
      }
      await new Promise((done) => setTimeout(done, 150));
      expect(window_.ran).to.deep.equal([]);
      // A picture of the document is what may be fetched.
      expect(fetched().filter((name) => name.includes(marker) && !name.endsWith('x.js'))).to.deep.equal([]);
    });
  }

  it('keeps all that it says it keeps', () => {
    const html = [...kept.html].filter((name) => !/^(?:caption|col|colgroup|tbody|td|tfoot|th|thead|tr)$/.test(name));
    const source = html.map((name) => `<${name}>`).join('');
    const parsed = new DOMParser().parseFromString(`<!doctype html><body>${source}`, 'text/html').body;
    const page = show(source);
    const names = (root: Element) => [...root.querySelectorAll('*')].map(({ localName }) => localName);
    expect(names(page)).to.deep.equal(names(parsed));
    const svg = [...kept.svg].filter((name) => name !== 'svg' && name !== 'title' && name !== 'desc');
    expect(show(`<svg>${svg.map((name) => `<${name}/>`).join('')}</svg>`).querySelectorAll('svg *').length).to.equal(
      svg.length,
    );
    const math = [...kept.math].filter((name) => name !== 'math');
    expect(
      show(`<math>${math.map((name) => `<${name}></${name}>`).join('')}</math>`).querySelectorAll('math *').length,
    ).to.equal(math.length);
  });

  it('shows what fields of forms say, and what was left out', () => {
    const page = show(
      '<input value="Jane"><input type=password value=abc><input type=checkbox checked><input type=hidden value=x><textarea>more</textarea><select><option>a<option selected>b</select><iframe src="https://example.org/film?id=3"></iframe><button>Send</button>',
    );
    expect([...page.children].map((element) => element.getAttribute('data-le-shows'))).to.deep.equal([
      'Jane',
      '•••',
      '☑',
      '',
      'more',
      'b',
      'Left out: iframe https://example.org/film',
      null,
    ]);
    expect(page.textContent).to.equal('Send');
  });

  it('sets styles as they are written, without what they would fetch', () => {
    const page = show(
      `<p style="color: red; background: url(${there}x.png) 5px, blue; margin: 3px !important" title='a > b'>text</p>`,
    );
    const { style } = page.firstElementChild as HTMLElement;
    expect([style.color, style.marginTop, style.getPropertyPriority('margin-top')]).to.deep.equal([
      'red',
      '3px',
      'important',
    ]);
    expect(page.innerHTML).not.to.contain('data-le-style').and.not.to.contain(marker);
  });

  it('gives body, html and links their looks, and keeps the page in its place', () => {
    const page = show(
      '<html><head><style>html, body.wide { background: rgb(1, 2, 3) } html > body { padding: 7px; position: fixed; display: none; opacity: 0 } :root { --a: rgb(4, 5, 6) } body > p, tbody td { color: var(--a) } a:link { color: rgb(7, 8, 9) } :host { display: none }</style></head><body class="wide le-spoof"><p>one</p><table><tr><td>two</table><a href="https://example.org">three</a></body>',
    );
    const styleOf = (selector: string) => getComputedStyle(page.querySelector(selector) as Element);
    const { backgroundColor, paddingTop, position, display, opacity } = getComputedStyle(page);
    expect([backgroundColor, paddingTop, position, display, opacity]).to.deep.equal([
      'rgb(1, 2, 3)',
      '7px',
      'relative',
      'block',
      '1',
    ]);
    expect([styleOf('p').color, styleOf('td').color, styleOf('a').color]).to.deep.equal([
      'rgb(4, 5, 6)',
      'rgb(4, 5, 6)',
      'rgb(7, 8, 9)',
    ]);
    expect(getComputedStyle(homes[0] as Element).display).to.equal('block');
    expect([...page.classList]).to.deep.equal(['wide', 'le-page', 'le-paper']);
  });

  it('is on white paper where it brings colours, and on the editor’s ground where it does not', () => {
    const isPaper = (html: string) => show(html).classList.contains('le-paper');
    for (const html of [
      '<p style="color:#123">a',
      '<style>p{background:#eee}</style>',
      '<table><tr><td bgcolor=red>a',
      '<font color=red>a',
      '<body bgcolor="#fff">a',
    ]) {
      expect(isPaper(html), html).to.equal(true);
    }
    for (const html of [
      '<p>a',
      '<p style="margin:3px;color:inherit">a',
      '<style>p{font-size:20px;border:1px solid}</style>a',
    ]) {
      expect(isPaper(html), html).to.equal(false);
    }
  });

  it('makes links inert, and says where they would lead', () => {
    const [web, script, part] = show(
      '<a href="https://example.org/a" id=b>a</a><a href="javascript:1">b</a><a href="#b">c</a>',
    ).querySelectorAll('a');
    expect([web?.getAttribute('href'), web?.title]).to.deep.equal([null, 'https://example.org/a']);
    expect([script?.getAttribute('href'), script?.title]).to.deep.equal([null, '']);
    expect(part?.getAttribute('href')).to.equal(null);
  });

  it('opens links beside the page where they may be clicked', () => {
    const url = 'https://example.org/docs/a.html';
    const links = show(
      '<a href="https://example.com/a" target=_top rel=opener>a</a><a href="javascript:1">b</a><a href="c.html">c</a><a href="#b">d</a><a href="mailto:a@example.org">e</a>',
      { clickableLinks: true, url },
    ).querySelectorAll('a');
    expect([...links].map((link) => link.getAttribute('href'))).to.deep.equal([
      'https://example.com/a',
      null,
      'https://example.org/docs/c.html',
      null,
      'mailto:a@example.org',
    ]);
    expect([links[0]?.target, links[0]?.rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
  });

  it('loads pictures of the document when they come into view, relative to where it is from', async () => {
    const picture = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='8' height='8'/%3E";
    const page = show(
      `<img src="${picture}"><img src="pictures/a.png"><img src="file:///etc/passwd"><img src="ftp://example.org/a.png">`,
      {
        url: 'https://example.org/docs/a.html',
      },
    );
    const images = [...page.querySelectorAll('img')];
    expect(images.map((image) => [image.getAttribute('src'), image.loading])).to.deep.equal([
      [picture, 'lazy'],
      ['https://example.org/docs/pictures/a.png', 'lazy'],
      [null, 'auto'],
      [null, 'auto'],
    ]);
    await until(() => images[0]?.naturalWidth === 8);
  });

  it('plays sound and film only when it is asked to', () => {
    const [video] = show('<video src="https://example.org/a.mp4" autoplay loop></video>').querySelectorAll('video');
    expect([video?.src, video?.autoplay, video?.controls, video?.preload]).to.deep.equal([
      'https://example.org/a.mp4',
      false,
      true,
      'none',
    ]);
  });

  it('leaves what only looks like a tag alone', async () => {
    const text = 'if a < b style = 3 and x<y style="z"';
    expect(show(`<p>${text.replaceAll('<', '&lt;')}</p><p>a < b style = c > d</p>`).textContent).to.equal(
      `${text}a < b style = c > d`,
    );
    await painted();
  });
});
