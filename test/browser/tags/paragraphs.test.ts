import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, doubleClick, drag, hover, keys, wheel } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const phrases = [
  { author: 'Mia', text: 'Dont you hate that?' },
  { author: 'Vincent', text: 'Hate 😀 what?' },
  { author: 'Mia', text: 'Silences.' },
  { author: 'Jules', text: 'Right.' },
];
/** A second of silence: a WAV of 8-bit samples at 8 kHz. */
const second = (() => {
  const rate = 8000;
  const bytes = new Uint8Array(44 + rate).fill(128);
  const view = new DataView(bytes.buffer);
  const word = (at: number, letters: string) =>
    bytes.set(
      [...letters].map((letter) => letter.charCodeAt(0)),
      at,
    );
  word(0, 'RIFF');
  view.setUint32(4, 36 + rate, true);
  word(8, 'WAVEfmt ');
  for (const [at, value] of [
    [16, 16],
    [24, rate],
    [28, rate],
    [40, rate],
  ] as const)
    view.setUint32(at, value, true);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    view.setUint16(at, value, true);
  word(36, 'data');
  return `data:audio/wav;base64,${btoa(String.fromCharCode(...bytes))}`;
})();
const whole = phrases.map(({ text }) => text).join('\n\n');
const config = (attributes = '', inside = '') => `<View>
  <ParagraphLabels name="ner" toName="talk"><Label value="Question"/><Label value="Talk"/></ParagraphLabels>
  <Paragraphs name="talk" value="$talk" ${attributes}/>${inside}
</View>`;
const task = (data: object = {}, ...result: object[]) => ({
  id: 1,
  data: { talk: phrases, sound: second, ...data },
  annotations: [{ id: 9, result }],
});
const region = (id: string, value: object) => ({
  id,
  from_name: 'ner',
  to_name: 'talk',
  type: 'paragraphlabels',
  value: { ...value, paragraphlabels: ['Talk'] },
});

interface Result {
  readonly id: string;
  readonly type: string;
  readonly value: Record<string, unknown>;
}
const results = (editor: LabelEditor) => editor.serialize() as unknown as Result[];
const values = (editor: LabelEditor) => results(editor).map(({ value }) => value);

/** The root that the phrases stand in. */
const rootOf = (editor: LabelEditor): ShadowRoot | HTMLElement => {
  const home = editor.shadowRoot?.querySelector('[data-tag=Paragraphs]');
  const inner = [...(home?.querySelectorAll('*') ?? [])].find(({ shadowRoot }) => shadowRoot);
  if (!inner?.shadowRoot) throw new Error('There are no phrases.');
  return inner.shadowRoot;
};
const rows = (editor: LabelEditor) => [...rootOf(editor).querySelectorAll<HTMLElement>('[role=listitem]')];
const row = (editor: LabelEditor, index: number) => rows(editor)[index] as HTMLElement;
const seen = (editor: LabelEditor) => rows(editor).flatMap((one, index) => (one.checkVisibility() ? [index] : []));
const button = (editor: LabelEditor, index: number, name: string) => {
  const found = [...row(editor, index).querySelectorAll('button')].find((one) =>
    one.getAttribute('aria-label')?.startsWith(name),
  );
  if (!found) throw new Error(`Phrase ${index} has no button "${name}".`);
  return found;
};
const saidNow = (editor: LabelEditor) =>
  rows(editor).flatMap((one, index) => (one.getAttribute('aria-current') === 'true' ? [index] : []));
const audio = (editor: LabelEditor) => editor.shadowRoot?.querySelector('audio') as HTMLAudioElement;
const alertIn = (editor: LabelEditor) => editor.shadowRoot?.querySelector('[data-tag=Paragraphs] [role=alert]');

/** Where a letter of the text begins on the screen; a little inside of it, or behind the one before. */
const at = (editor: LabelEditor, find: string, side: 'start' | 'end' = 'start') => {
  const unit = whole.indexOf(find) + (side === 'end' ? find.length : 0);
  const point = [...whole.slice(0, unit)].length;
  const { x, y } = pointOn(editor, 'talk', side === 'end' ? point - 1 : point);
  if (side === 'start') return { x: x + 1, y: y + 2 };
  const next = pointOn(editor, 'talk', point);
  return { x: next.y === y ? next.x + 1 : x + 14, y: y + 2 };
};
const sweep = async (editor: LabelEditor, from: string, to: string) => {
  await drag(at(editor, from), at(editor, to, 'end'), { steps: 8 });
  await painted();
};
const filterBy = async (editor: LabelEditor, ...hidden: string[]) => {
  await click(byRole(editor, 'button', 'Authors'));
  for (const author of hidden) {
    const box = [...(editor.shadowRoot?.querySelectorAll('.le-authors-row label') ?? [])].find((label) =>
      label.textContent?.includes(author),
    );
    await click(box as HTMLElement);
  }
  await keys('Escape');
  await painted();
};

describe('paragraphsView', () => {
  afterEach(clear);

  it('marks a stretch of a phrase by phrase and offset', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Question'));
    await sweep(editor, 'what', 'what');
    const [result] = results(editor);
    expect({ ...result, id: '' }).to.deep.equal({
      id: '',
      from_name: 'ner',
      to_name: 'talk',
      type: 'paragraphlabels',
      origin: 'manual',
      // In UTF-16 units: the face is two of them.
      value: { start: '1', end: '1', startOffset: 8, endOffset: 12, text: 'what', paragraphlabels: ['Question'] },
    });
  });

  it('marks across phrases, joined by a blank line and without authors', async () => {
    const editor = await mount(config('layout="dialogue"'), task());
    await click(chip(editor, 'Question'));
    await sweep(editor, '?', 'Silences.');
    expect(values(editor)).to.deep.equal([
      {
        start: '0',
        end: '2',
        startOffset: 18,
        endOffset: 9,
        text: '?\n\nHate 😀 what?\n\nSilences.',
        paragraphlabels: ['Question'],
      },
    ]);
  });

  it('marks a word by a double click', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Talk'));
    await doubleClick(at(editor, 'hate'));
    await painted();
    expect(values(editor)[0]).to.include({ start: '0', startOffset: 9, endOffset: 13, text: 'hate' });
  });

  it('makes one region of each run that is seen', async () => {
    const editor = await mount(config(), task());
    await filterBy(editor, 'Vincent');
    expect(seen(editor)).to.deep.equal([0, 2, 3]);
    await click(chip(editor, 'Talk'));
    await sweep(editor, 'you', 'Right');
    expect(
      values(editor).map(({ start, startOffset, end, endOffset, text }) => [start, startOffset, end, endOffset, text]),
    ).to.deep.equal([
      ['0', 5, '0', 19, 'you hate that?'],
      ['2', 0, '3', 5, 'Silences.\n\nRight'],
    ]);
  });

  it('filters by author, says a name once in a row, and shows all again', async () => {
    const editor = await mount(config('layout="dialogue"'), task());
    const names = () =>
      [...rootOf(editor).querySelectorAll<HTMLElement>('.name')].filter((one) => one.checkVisibility()).length;
    expect(names()).to.equal(4);
    await filterBy(editor, 'Vincent');
    expect(seen(editor)).to.deep.equal([0, 2, 3]);
    expect(names()).to.equal(2);
    expect(byRole(editor, 'button', 'Authors').textContent).to.match(/2 of 3/);
    await filterBy(editor, 'Mia', 'Jules');
    expect(seen(editor)).to.deep.equal([]);
    await click(byRole(editor, 'button', 'Show all'));
    await painted();
    expect(seen(editor)).to.deep.equal([0, 1, 2, 3]);
  });

  it('shows only one author by keys alone', async () => {
    const editor = await mount(config(), task());
    byRole(editor, 'button', 'Authors').focus();
    await keys('Enter');
    await keys('Tab');
    await keys('Tab');
    await keys('Tab');
    await keys('Enter');
    await painted();
    expect(seen(editor)).to.deep.equal([0, 2]);
    await keys('Escape');
    expect(editor.shadowRoot?.querySelector(':popover-open')).to.equal(null);
  });

  it('goes from phrase to phrase by keys, past hidden ones and from the last to the first, and marks the whole of one', async () => {
    const editor = await mount(config(), task());
    await filterBy(editor, 'Vincent');
    await click(chip(editor, 'Talk'));
    const surface = editor.shadowRoot?.querySelector<HTMLElement>('[data-tag=Paragraphs] [part=surface]');
    surface?.focus();
    const atHand = () => rows(editor).findIndex((one) => one.matches(':focus'));
    const passed: number[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) {
      await keys(`Control+${key}`);
      passed.push(atHand());
    }
    expect(passed).to.deep.equal([0, 2, 3, 0, 3]);
    await keys('Control+Shift+A');
    await painted();
    expect(values(editor)).to.deep.equal([
      { start: '3', end: '3', startOffset: 0, endOffset: 6, text: 'Right.', paragraphlabels: ['Talk'] },
    ]);
  });

  it('marks a whole phrase by its button', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Question'));
    await hover(row(editor, 1));
    await click(button(editor, 1, 'Mark'));
    await painted();
    expect(values(editor)).to.deep.equal([
      { start: '1', end: '1', startOffset: 0, endOffset: 13, text: phrases[1]?.text, paragraphlabels: ['Question'] },
    ]);
  });

  it('says what is missing where a whole phrase is to be marked and no label is picked', async () => {
    const editor = await mount(config(), task());
    await hover(row(editor, 1));
    await click(button(editor, 1, 'Mark'));
    await until(() => editor.shadowRoot?.textContent?.includes('Pick a label') === true);
    expect(results(editor)).to.deep.equal([]);
  });

  it('undoes a mark, and makes it again', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Talk'));
    await sweep(editor, 'Silences.', 'Silences.');
    const made = results(editor);
    expect(made).to.have.length(1);
    await keys('Control+z');
    expect(results(editor)).to.deep.equal([]);
    await keys('Control+Shift+z');
    expect(results(editor)).to.deep.equal(made);
  });

  it('marks nothing while it is read-only', async () => {
    const editor = await mount(config(), task(), { readonly: true });
    await sweep(editor, 'you', 'hate');
    await hover(row(editor, 1));
    expect(button(editor, 1, 'Mark').checkVisibility()).to.equal(false);
    expect(results(editor)).to.deep.equal([]);
  });

  it('does not repeat the text where it is not to be saved', async () => {
    const editor = await mount(config('saveTextResult="no"'), task());
    await click(chip(editor, 'Talk'));
    await sweep(editor, 'Right', 'Right');
    expect(values(editor)).to.deep.equal([
      { start: '3', end: '3', startOffset: 0, endOffset: 5, paragraphlabels: ['Talk'] },
    ]);
  });

  it('gives results back as they came, those too that are nowhere in the text', async () => {
    const given = [
      region('a', { start: 2, end: 2, startOffset: 0, endOffset: 4 }),
      region('b', { start: '40', end: '41', startOffset: 0, endOffset: 4, text: 'gone' }),
      region('c', { start: '1', end: '0', startOffset: 300, endOffset: 2 }),
    ];
    const editor = await mount(config(), task({}, ...given));
    expect(values(editor)).to.deep.equal(given.map(({ value }) => value));
    expect(editor.problems.map(({ at: place }) => place?.resultId)).to.deep.equal(['b']);
  });

  it('selects a region by a click on it, and moves its end', async () => {
    const editor = await mount(config(), task({}, region('a', { start: '0', end: '0', startOffset: 5, endOffset: 8 })));
    await click(at(editor, 'ou'));
    await painted();
    const grip = editor.shadowRoot?.querySelector(
      '[data-tag=Paragraphs] .le-flow-grip-end, [data-tag=Paragraphs] .le-flow-grip:not(.le-flow-grip-start):not([hidden])',
    );
    await drag(centre(grip as Element), at(editor, 'hate', 'end'), { steps: 6 });
    await painted();
    expect(values(editor)[0]).to.include({ start: '0', end: '0', startOffset: 5, endOffset: 13 });
  });

  describe('with sound', () => {
    const timed = [
      { author: 'A', text: 'One.', start: 0, end: 0.3 },
      { author: 'B', text: 'Two.', start: 0.3, duration: 0.3 },
      { author: 'A', text: 'Three.', start: 0.5 },
      { author: 'B', text: 'Never said.' },
    ];
    const sounding = async (more = '', data: object = {}) => {
      const editor = await mount(config(`audioUrl="$sound" ${more}`), task({ talk: timed, ...data }));
      await until(() => audio(editor).readyState > 0);
      await painted();
      return editor;
    };

    it('plays a phrase from its start to its end, and marks it meanwhile', async () => {
      const editor = await sounding();
      expect(saidNow(editor)).to.deep.equal([]);
      await click(button(editor, 1, 'Play'));
      await until(() => saidNow(editor).includes(1) && !audio(editor).paused);
      expect(button(editor, 1, 'Pause').getAttribute('title')).to.equal('Pause');
      expect(audio(editor).currentTime).to.be.within(0.25, 0.6);
      await until(() => audio(editor).paused);
      expect(audio(editor).currentTime).to.be.closeTo(0.6, 0.01);
      // It ends in the middle of the next, which goes on to the end of the sound.
      expect(saidNow(editor)).to.deep.equal([2]);
    });

    it('stops a phrase and goes on with it where it was stopped', async () => {
      const editor = await sounding('', { talk: [{ text: 'All of it.', start: 0, end: 1 }] });
      await click(button(editor, 0, 'Play'));
      await until(() => audio(editor).currentTime > 0.1);
      await click(button(editor, 0, 'Pause'));
      await until(() => audio(editor).paused);
      const { currentTime } = audio(editor);
      await click(button(editor, 0, 'Play'));
      await until(() => !audio(editor).paused);
      expect(audio(editor).currentTime).to.be.at.least(currentTime - 0.01);
    });

    it('goes to the time that is clicked, and marks all that is said then', async () => {
      const editor = await sounding();
      await click(button(editor, 2, 'Go to'));
      await until(() => saidNow(editor).length > 0);
      expect(saidNow(editor)).to.deep.equal([1, 2]);
      expect(audio(editor).currentTime).to.equal(0.5);
      expect(results(editor)).to.deep.equal([]);
    });

    it('plays the phrase at hand by a key', async () => {
      const editor = await sounding();
      byRole(editor, 'button', 'Authors').focus();
      await keys('Control+ArrowDown');
      await keys('Control+ArrowDown');
      await keys('Control+Alt+ ');
      await until(() => saidNow(editor).includes(1) && !audio(editor).paused);
    });

    it('has no buttons to play where there is no time, and no player but where it is asked for', async () => {
      const editor = await sounding();
      expect(row(editor, 3).querySelectorAll('button[aria-label^=Play]')).to.have.length(0);
      expect(audio(editor).checkVisibility()).to.equal(false);
      clear();
      const other = await sounding('showPlayer="true"');
      expect(audio(other).checkVisibility()).to.equal(true);
      expect(audio(other).controls).to.equal(true);
    });

    it('keeps up with its own player', async () => {
      const editor = await sounding('showPlayer="true"');
      audio(editor).currentTime = 0.1;
      await until(() => saidNow(editor).includes(0));
      audio(editor).currentTime = 0.4;
      await until(() => saidNow(editor).includes(1));
      expect(saidNow(editor)).to.deep.equal([1]);
    });

    it('shares the clock of its group, without a sound of its own', async () => {
      const inside = '<Audio name="sound" value="$sound" sync="s"/>';
      const editor = await mount(config('audioUrl="$sound" sync="s"', inside), task({ talk: timed }));
      await until(() => !byRole(editor, 'button', 'Play').hasAttribute('disabled'));
      await click(button(editor, 2, 'Go to'));
      await until(() => saidNow(editor).join() === '1,2');
      expect(editor.shadowRoot?.querySelector('[data-tag=Audio]')?.textContent).to.include('0:00.500');
      expect(editor.shadowRoot?.querySelectorAll('[data-tag=Paragraphs] audio')).to.have.length(0);
    });

    it('says in its place where the sound cannot be had', async () => {
      const editor = await mount(config('audioUrl="/there/is/none.wav"'), task({ talk: timed }));
      await until(() => alertIn(editor) !== null);
      expect(alertIn(editor)?.textContent).to.match(/cannot be loaded/);
      expect(editor.problems.map(({ code }) => code)).to.deep.equal(['media/not-found']);
      expect(seen(editor)).to.have.length(4);
    });

    it('keeps what is said in view until the user scrolls', async () => {
      const many = Array.from({ length: 60 }, (_, index) => ({
        text: `Phrase ${index}`,
        start: index / 60,
        end: (index + 1) / 60,
      }));
      const editor = await sounding('contextScroll="true" showPlayer="true"', { talk: many });
      const follow = byRole(editor, 'checkbox', 'Follow') as HTMLInputElement;
      const inView = () => {
        const index = saidNow(editor)[0];
        if (index === undefined) return false;
        const box = row(editor, index).getBoundingClientRect();
        const place = editor.shadowRoot?.querySelector('[data-tag=Paragraphs] [part=surface]')?.getBoundingClientRect();
        return place !== undefined && box.top >= place.top - 1 && box.bottom <= place.bottom + 1;
      };
      audio(editor).playbackRate = 0.0625;
      audio(editor).currentTime = 0.8;
      await audio(editor).play();
      await until(() => (saidNow(editor)[0] ?? 0) > 47 && inView());
      expect(follow.checked).to.equal(true);
      await wheel(centre(row(editor, 45)), { deltaY: -4000 });
      await until(() => !follow.checked);
      // The wheel scrolls over several frames.
      await until(() => !inView());
    });
  });

  describe('reads', () => {
    const url = (body: BlobPart) => URL.createObjectURL(new Blob([body]));

    it('a list behind an address', async () => {
      const editor = await mount(config('valueType="url"'), task({ talk: url(JSON.stringify(phrases)) }));
      await until(() => alertIn(editor) === null && editor.shadowRoot?.querySelector('progress') === null);
      expect(seen(editor)).to.have.length(4);
      await click(chip(editor, 'Talk'));
      await sweep(editor, 'Right', 'Right');
      expect(values(editor)[0]).to.include({ start: '3', text: 'Right' });
    });

    for (const [what, body, code] of [
      ['a page of HTML', '<!doctype html><title>Log in</title>', 'media/unreadable'],
      ['no JSON', 'Hello', 'media/unreadable'],
      ['no list', '{"text": "x"}', 'task/wrong-data'],
    ] as const) {
      it(`what is wrong with ${what}, in its place and with a way to try again`, async () => {
        const editor = await mount(config('valueType="url"'), task({ talk: url(body) }));
        await until(() => alertIn(editor) != null);
        expect(editor.problems.map((problem) => problem.code)).to.deep.equal([code]);
        await click(byRole(editor, 'button', 'Try again'));
        await until(() => alertIn(editor) != null);
        expect(editor.problems.map((problem) => problem.code)).to.deep.equal([code]);
      });
    }

    it('nothing out of data that are no phrases, and says so', async () => {
      const editor = await mount(config(), task({ talk: [{ who: 'A', said: 'x' }] }));
      expect(alertIn(editor)?.textContent).to.include('set textKey');
    });

    it('an empty list', async () => {
      const editor = await mount(config(), task({ talk: [] }));
      expect(editor.problems).to.deep.equal([]);
      expect(editor.shadowRoot?.querySelector('[data-tag=Paragraphs]')?.textContent).to.match(/There (is|are) no/);
    });

    it('without a name only to be shown', async () => {
      const editor = await mount('<View><Paragraphs value="$talk" layout="dialogue"/></View>', task());
      expect(seen(editor)).to.have.length(4);
      expect(editor.shadowRoot?.querySelector('[data-tag=Paragraphs] [part=surface]')).to.equal(null);
    });

    it('the authors of an old Dialog', async () => {
      const talk = [
        { name: 'Ann', text: 'Hi' },
        { name: 'Bo', text: 'Hello' },
      ];
      const editor = await mount('<View><Dialog name="talk" value="$talk"/></View>', task({ talk }));
      expect([...rootOf(editor).querySelectorAll('.name')].map(({ textContent }) => textContent)).to.deep.equal([
        'Ann',
        'Bo',
      ]);
    });
  });

  it('shows ten thousand phrases, with buttons only where one looks', async () => {
    const talk = Array.from({ length: 10_000 }, (_, index) => ({
      author: 'AB'[index % 2],
      text: `Phrase ${index}`,
      start: index,
    }));
    const editor = await mount(config('audioUrl="$sound"'), task({ talk }));
    expect(rows(editor)).to.have.length(10_000);
    const buttons = () => rootOf(editor).querySelectorAll('button').length;
    expect(buttons()).to.be.within(1, 400);
    const surface = editor.shadowRoot?.querySelector('[data-tag=Paragraphs] [part=surface]') as HTMLElement;
    surface.scrollTop = surface.scrollHeight;
    await until(() => row(editor, 9999).querySelector('button') !== null);
    expect(buttons()).to.be.below(800);
    await filterBy(editor, 'B');
    expect(seen(editor)).to.have.length(5000);
    await click(chip(editor, 'Talk'));
    await hover(row(editor, 9998));
    await click(button(editor, 9998, 'Mark'));
    await painted();
    expect(values(editor)[0]).to.include({ start: '9998', end: '9998', startOffset: 0, endOffset: 11 });
  });

  it('fits into a narrow page', async () => {
    const talk = phrases.map((phrase, index) => ({
      ...phrase,
      text: `${phrase.text} ${'word '.repeat(30)}`,
      start: index,
    }));
    const editor = await mount(config('layout="dialogue" audioUrl="$sound" contextScroll="true"'), task({ talk }));
    editor.style.width = '400px';
    await painted();
    for (const one of rows(editor)) expect(one.scrollWidth).to.be.at.most(one.clientWidth);
    const surface = editor.shadowRoot?.querySelector('[data-tag=Paragraphs] [part=surface]') as HTMLElement;
    expect(surface.scrollWidth).to.be.at.most(surface.clientWidth);
    expect(surface.clientWidth).to.be.at.most(400);
  });
});

function centre(element: Element): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
