import { expect } from 'chai';
import { scopedSheet } from '../../../src/tags/style/scoped-sheet.js';
import { mount } from '../../support/mount.js';
import { clear } from '../../support/page.js';

const task = { id: 1, data: { text: 'Fog' } };
/** A config with this CSS and a View of class `card` with an h4 in it. */
const show = (css: string, more = '') =>
  mount(
    `<View><Style><![CDATA[${css}]]></Style><View className="card"><Header value="Fog"/></View>${more}
    <Text name="text" value="$text"/></View>`,
    task,
  );
type Editor = Awaited<ReturnType<typeof show>>;
const find = (editor: Editor, selector: string) => {
  const found = editor.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};
const styleOf = (editor: Editor, selector: string) => getComputedStyle(find(editor, selector));
const codes = (editor: Editor) => editor.problems.map(({ code, at }) => [code, at?.tag]);

describe('styleView', () => {
  afterEach(clear);

  it('styles what the config lays out, more than the tags do, and nothing else', async () => {
    const editor = await show(`
      .card { padding: 31px; text-align: center; }
      h4 { font-size: 30px; }
      * { letter-spacing: 3px; }
      section, button, div, .frame, .top-bar, [part], :host { outline: 7px solid rgb(1, 2, 3) !important; }
    `);
    expect(styleOf(editor, '.card').padding).to.equal('31px');
    expect(styleOf(editor, '.card h4').fontSize).to.equal('30px');
    expect(styleOf(editor, '.card h4').letterSpacing).to.equal('3px');
    expect(styleOf(editor, '.card').outlineWidth).to.equal('7px');
    const chrome = ['.le', '.frame', '.top-bar', '.content', '.status', '.top-bar .button'];
    expect(chrome.map((selector) => styleOf(editor, selector).outlineWidth)).to.not.include('7px');
    expect(styleOf(editor, '.top-bar').letterSpacing).to.equal('normal');
    for (const element of [editor, document.body, document.documentElement]) {
      expect(getComputedStyle(element).outlineWidth).to.not.equal('7px');
    }
    expect(editor.problems).to.deep.equal([]);
  });

  it('gives way when the config is another one', async () => {
    const editor = await show('.card { padding: 31px }');
    // Others come and go with the parts of the workbench.
    const sheets = () =>
      editor.shadowRoot?.adoptedStyleSheets.filter(({ cssRules }) =>
        [...cssRules].some(({ cssText }) => cssText.includes('31px')),
      ).length;
    expect(sheets()).to.equal(1);
    editor.config = editor.config.replace(/<Style>.*<\/Style>/, '');
    await editor.ready;
    expect(styleOf(editor, '.card').padding).to.equal('0px');
    expect(sheets()).to.equal(0);
  });

  it('takes body and root for the content, which stays in its place', async () => {
    const plain = await show('');
    const place = find(plain, '.content').getBoundingClientRect();
    clear();
    const editor = await show(`
      :root { --mine: rgb(9, 8, 7); }
      body { background: var(--mine); position: fixed !important; inset: 0; margin: -400px; width: 5000px; z-index: 9; transform: scale(3); }
      body .card { color: rgb(4, 5, 6); }
      @media (min-width: 10px) { body { padding: 3px } }
    `);
    expect(styleOf(editor, '.content').backgroundColor).to.equal('rgb(9, 8, 7)');
    expect(styleOf(editor, '.content').padding).to.equal('3px');
    expect(styleOf(editor, '.card').color).to.equal('rgb(4, 5, 6)');
    expect(find(editor, '.content').getBoundingClientRect().toJSON()).to.deep.equal(place.toJSON());
  });

  it('keeps what is fixed or absolute in the content', async () => {
    const editor = await show('.card { position: fixed; inset: 0; z-index: 99999; background: #fff }');
    const content = find(editor, '.content').getBoundingClientRect();
    const card = find(editor, '.card').getBoundingClientRect();
    expect(card.top >= content.top && card.left >= content.left && card.right <= content.right).to.equal(true);
    const above = editor.shadowRoot?.elementFromPoint(content.left + 20, content.top - 10);
    expect(above?.closest('.top-bar')).to.not.equal(null);
  });

  it('reaches nothing beyond the content by siblings, nesting or another scope', async () => {
    const out = 'outline: 7px solid rgb(1, 2, 3)';
    const editor = await show(`
      body ~ aside, body + *, & ~ *, & { ${out} }
      body { & ~ * { ${out} } ~ * { ${out} } :is(.frame, .le) & { --reached: 1 } + .status { ${out} } }
      .card { .top-bar & { ${out} } @media all { & ~ .top-bar { ${out} } } }
      @scope (.frame) { .top-bar, :scope { ${out} } }
      :is(.card, .top-bar) { ${out} }
      .frame:has(.card) { ${out} }
      @layer x { .top-bar { ${out} } }
    `);
    for (const selector of ['.frame', '.le', '.top-bar', '.status', '.content']) {
      expect(styleOf(editor, selector).outlineWidth, selector).to.not.equal('7px');
    }
    expect(styleOf(editor, '.card').outlineWidth).to.equal('7px');
  });

  it('understands nested rules, conditions and keyframes, whose names are its own', async () => {
    const editor = await show(`
      .card { padding: 1px; h4 { margin: 5px } &.card { border: 2px solid } @media all { gap: 4px } }
      @supports (display: grid) { .card { display: grid } }
      @container (min-width: 1px) { .card { row-gap: 9px } }
      @layer base { .card { order: 3 } }
      @keyframes turn { to { opacity: 0.5 } }
      .card { animation: turn 5s infinite, other 1s }
    `);
    const { margin } = styleOf(editor, '.card h4');
    const { borderWidth, display, rowGap, order, animationName, columnGap } = styleOf(editor, '.card');
    expect([margin, borderWidth, display, rowGap, columnGap, order]).to.deep.equal([
      '5px',
      '2px',
      'grid',
      '9px',
      '4px',
      '3',
    ]);
    expect(animationName).to.equal('le-config-turn, other');
    expect(find(editor, '.card').getAnimations().length).to.equal(1);
    expect(editor.problems).to.deep.equal([]);
  });

  it('fetches nothing, and says so', async () => {
    const spy = 'https://spy.example/x';
    const editor = await show(`
      @import url(${spy}.css);
      @font-face { font-family: Spy; src: url(${spy}.woff) }
      .card { background: url(${spy}.png); padding: 6px; cursor: url(${spy}.cur), auto; --a: url(${spy}-a); --b: u\\72l(${spy}-b); }
      .card::before { content: url(${spy}-c); }
      .card h4 { background: var(--b) var(--c, url(${spy}-d)); list-style-image: image-set("${spy}-e" 1x); }
      @keyframes s { to { background-image: url(${spy}-f) } }
    `);
    const { backgroundImage, padding, cursor } = styleOf(editor, '.card');
    expect([backgroundImage, padding, cursor]).to.deep.equal(['none', '6px', 'auto']);
    expect(codes(editor)).to.deep.equal([['config/wrong-attribute', 'Style']]);
    const text = editor.shadowRoot?.adoptedStyleSheets.flatMap((sheet) =>
      [...sheet.cssRules].map((rule) => rule.cssText),
    );
    expect(text?.join('')).to.not.contain('spy.example');
    expect(performance.getEntriesByType('resource').filter(({ name }) => name.includes('spy.example'))).to.deep.equal(
      [],
    );
  });

  it('shows images that are in the CSS itself', async () => {
    const editor = await show('.card { background: url(data:image/gif;base64,R0lGODlhAQABAAAAACw=) }');
    expect(styleOf(editor, '.card').backgroundImage).to.contain('data:image/gif');
    expect(editor.problems).to.deep.equal([]);
  });

  it('hides by no means what the editor shows, nor the other way round', async () => {
    const editor = await show(
      '.late { display: block !important }',
      '<View className="late" visibleWhen="region-selected"><Header value="Later"/></View>',
    );
    expect(styleOf(editor, '.late').display).to.equal('none');
  });

  it('says when none of it can be read, and is content with what is half broken', async () => {
    expect(codes(await show('what is this'))).to.deep.equal([['config/malformed', 'Style']]);
    clear();
    const editor = await show('.pdf { calc(100vh - 250px) } .card { padding: 7px; white - space: pre');
    expect(editor.problems).to.deep.equal([]);
    expect(styleOf(editor, '.card').padding).to.equal('7px');
  });

  it('keeps text legible on a background of the config', async () => {
    const editor = await show('.card { background: white } .card:hover { background: #222 }');
    expect(styleOf(editor, '.card').colorScheme).to.equal('light');
  });

  it('is matched in any case, and takes CSS outside of CDATA with comments in it', async () => {
    const editor = await mount(
      `<View><style><!-- a card -->.card > h4, .card div { padding: 8px }</style><View className="card"><Header value="Fog"/></View></View>`,
      task,
    );
    expect(styleOf(editor, '.card > div').padding).to.equal('8px');
    expect(editor.problems).to.deep.equal([]);
  });
});

describe('scopedSheet', () => {
  it('ends where it should, whatever it is given', () => {
    const odd = [
      '} .top-bar { outline: 1px solid }',
      '.a { } } } .b { color: red }',
      '.a { content: "}"; } .c { --x: {}; } .d { --y: "',
      '@media x } .e { color: red }',
      '@scope (.x) to (.y) { .z { color: red } }',
      '.a[title="} @scope ("] { color: red }',
    ];
    for (const css of odd) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(scopedSheet(css, () => undefined).css);
      const outside = [...sheet.cssRules].filter((rule) => rule instanceof CSSStyleRule);
      expect(outside, css).to.deep.equal([]);
      expect(sheet.cssRules.length, css).to.equal(2);
    }
  });
});
