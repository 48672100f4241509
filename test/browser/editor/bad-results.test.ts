import { expect } from 'chai';
import type { Problem } from '../../../src/model/problem.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Bus"/></RectangleLabels>
  <Image name="img" value="$url"/>
  <Choices name="seen" toName="img" perRegion="true"><Choice value="Yes"/><Choice value="No"/></Choices>
  <Choices name="tone" toName="img"><Choice value="Good"/></Choices>
</View>`;

type Item = Readonly<Record<string, unknown>> & { readonly value: Readonly<Record<string, unknown>> };
const box = (id: unknown, x: number, more: object = {}): Item => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  value: { x, y: 10, width: 10, height: 20, rotation: 0, rectanglelabels: ['Car'] },
  ...more,
});
const data = { url: picture(400, 200) };
const task = (...result: readonly unknown[]) => ({ id: 1, data, annotations: [{ id: 9, result }] });
const results = (editor: LabelEditor) => editor.serialize() as readonly Item[];
const shadow = (editor: LabelEditor) => editor.shadowRoot as ShadowRoot;
const rows = (editor: LabelEditor) => [...shadow(editor).querySelectorAll<HTMLElement>('.row[data-id]')];
const told = (editor: LabelEditor): readonly Problem[] => editor.problems;
const codes = (editor: LabelEditor) => told(editor).map(({ code }) => code);
const at = (editor: LabelEditor, x: number, y = 20) => pointOn(editor, 'img', [x, y]);

/** With the list of regions beside the content. */
async function opened(given: unknown, xml = config): Promise<LabelEditor> {
  const editor = await mount(xml, given);
  editor.style.width = '1200px';
  await painted();
  return editor;
}
const listed = (editor: LabelEditor, count: number) => until(() => rows(editor).length === count);

/** Selects the box whose middle is there, and makes it another label. */
async function relabel(editor: LabelEditor, x: number, label: string): Promise<void> {
  await click(at(editor, x));
  await painted();
  await click(chip(editor, label));
}

describe('two regions with one id', () => {
  afterEach(clear);
  const twins = [box('r', 10), box('r', 50), box('q', 80)];

  it('are both shown, told, and given back as they came', async () => {
    const editor = await opened(task(...twins));
    await listed(editor, 3);
    expect(new Set(rows(editor).map(({ dataset }) => dataset.id)).size).to.equal(3);
    expect(told(editor).map(({ code, severity, at: place }) => [code, severity, place?.resultId])).to.deep.equal([
      ['result/duplicate-id', 'warning', 'r'],
    ]);
    expect(results(editor)).to.deep.equal(twins);
  });

  it('are edited and deleted one by one', async () => {
    const editor = await opened(task(...twins));
    await relabel(editor, 55, 'Bus');
    expect(results(editor)).to.deep.equal([
      twins[0],
      { ...twins[1], value: { ...twins[1]?.value, rectanglelabels: ['Bus'] } },
      twins[2],
    ]);
    await click(at(editor, 15));
    await keys('Delete');
    expect(results(editor).map(({ value }) => value.x)).to.deep.equal([50, 80]);
    editor.undo();
    editor.undo();
    expect(results(editor)).to.deep.equal(twins);
  });

  it('get ids of their own as soon as something is said of the second', async () => {
    const editor = await opened(task(...twins));
    await click(at(editor, 55));
    await painted();
    await click(byRole(editor, 'checkbox', 'Yes'));
    const [first, second, answer, other] = results(editor);
    expect([first, other]).to.deep.equal([twins[0], twins[2]]);
    expect(second?.id).not.to.equal('r');
    expect(answer?.id).to.equal(second?.id);
    expect(answer?.value).to.deep.include({ x: 50, choices: ['Yes'] });
    expect(second?.value).to.deep.equal(twins[1]?.value);
  });
});

describe('relations that cannot be drawn', () => {
  afterEach(clear);
  const relation = (from: unknown, to: unknown) => ({ type: 'relation', from_id: from, to_id: to, direction: 'right' });

  it('are kept and told where an end is missing, however regions are edited', async () => {
    const lost = [relation('a', 'gone'), relation(undefined, 'a'), relation({}, 5)];
    const given = [box('a', 10), ...lost, box('b', 50)];
    const editor = await opened(task(...given));
    expect(codes(editor)).to.deep.equal(Array(3).fill('result/unknown-region'));
    expect(results(editor)).to.deep.equal(given);
    await relabel(editor, 15, 'Bus');
    expect(results(editor).slice(1)).to.deep.equal(given.slice(1));
    await click(at(editor, 55));
    await keys('Delete');
    expect(results(editor).slice(1)).to.deep.equal(lost);
  });

  it('are listed where a region is related to itself, or twice to another, and can be deleted', async () => {
    const given = [box('a', 10), box('b', 50), relation('a', 'a'), relation('a', 'b'), relation('a', 'b')];
    const editor = await opened(task(...given));
    const relations = () => [...shadow(editor).querySelectorAll<HTMLElement>('.relation-row')];
    await until(() => relations().length === 3);
    expect(results(editor)).to.deep.equal(given);
    await click(at(editor, 15));
    await keys('Delete');
    expect(results(editor)).to.deep.equal([given[1]]);
    editor.undo();
    expect(results(editor)).to.deep.equal(given);
  });
});

describe('regions that lie in what they cannot lie in', () => {
  afterEach(clear);

  it('are all listed, told once, and given back as they came', async () => {
    const within = (id: string, x: number, parentID: unknown) => box(id, x, { parentID });
    const given = [
      within('a', 5, 'b'),
      within('b', 20, 'c'),
      within('c', 35, 'a'),
      within('d', 50, 'd'),
      within('e', 65, 'gone'),
      within('f', 80, { id: 'a' }),
    ];
    const editor = await opened(task(...given));
    await listed(editor, 6);
    expect(codes(editor)).to.deep.equal(['result/unknown-region', 'result/unknown-region']);
    expect(results(editor)).to.deep.equal(given);
    await relabel(editor, 10, 'Bus');
    expect(results(editor).slice(1)).to.deep.equal(given.slice(1));
    await click(at(editor, 25));
    await keys('Delete');
    await listed(editor, 5);
  });
});

describe('results for another config', () => {
  afterEach(clear);
  const strange = [
    box('a', 10, { from_name: 'kind', to_name: 'page' }),
    { id: 'b', from_name: 'mood', to_name: 'img', type: 'taxonomy', value: { taxonomy: [['A', 'B']] } },
    {
      id: 'c',
      from_name: 'area',
      to_name: 'img',
      type: 'polygonlabels',
      value: {
        points: [
          [1, 2],
          [3, 4],
          [5, 1],
        ],
        polygonlabels: ['X'],
      },
    },
  ];

  it('are shown of a prediction as far as they can be, told, and copied whole', async () => {
    const editor = await opened({ id: 1, data, predictions: [{ id: 7, model_version: 'old', result: strange }] });
    editor.selectCompletion(7);
    await painted();
    expect(codes(editor)).to.include.members(['result/unknown-object', 'result/unknown-control']);
    expect(results(editor)).to.deep.equal(strange);
    editor.copyPrediction(7);
    await painted();
    expect(results(editor)).to.deep.equal(strange.map((result) => ({ ...result, origin: 'prediction' })));
    await click(chip(editor, 'Car'));
    await drag(at(editor, 60), at(editor, 80, 60));
    expect(results(editor)).to.have.length(4);
    expect(results(editor).slice(0, 3)).to.deep.equal(strange.map((result) => ({ ...result, origin: 'prediction' })));
  });
});

describe('a draft of another task', () => {
  afterEach(clear);

  it('is not shown and not submitted, and told', async () => {
    const editor = await opened({
      id: 1,
      data,
      annotations: [{ id: 9, result: [box('a', 10)] }],
      drafts: [{ id: 3, task: 2, result: [box('b', 50)] }],
    });
    expect(results(editor).map(({ id }) => id)).to.deep.equal(['a']);
    expect(told(editor)[0]?.message).to.match(/draft is of task 2/);
  });
});

describe('results of no kind at all', () => {
  afterEach(clear);
  const nothing = [null, 5, 'text', [], [[box('n', 1)]], {}, { value: 3 }, { id: 'x', type: 'relation' }, true];

  it('are kept in their places, whatever is done beside them', async () => {
    const given = [...nothing, box('a', 10), ...nothing, box('b', 50)];
    const editor = await opened(task(...given));
    await listed(editor, 2);
    expect(codes(editor)).to.include('result/malformed');
    expect(results(editor)).to.deep.equal(given);
    await relabel(editor, 15, 'Bus');
    await click(byRole(editor, 'checkbox', 'Good'));
    const written = results(editor);
    const touched = nothing.length;
    expect(written.slice(0, touched)).to.deep.equal(nothing);
    expect(written.slice(touched + 1, -1)).to.deep.equal(given.slice(touched + 1));
    expect(written.at(-1)).to.deep.include({ from_name: 'tone', value: { choices: ['Good'] } });
  });

  it('are kept where they are not even a list, until something is edited', async () => {
    const editor = await opened({ id: 1, data, annotations: [{ id: 9, result: '[{"id": "a"}]' }] });
    expect(told(editor).map(({ code, message }) => [code, /not a list|no list/.test(message)])).to.deep.equal([
      ['result/malformed', true],
    ]);
    expect(editor.completion?.result).to.equal('[{"id": "a"}]');
    await click(byRole(editor, 'checkbox', 'Good'));
    expect(results(editor)).to.have.length(1);
  });

  it('leave completions and predictions that are none out of the tabs', async () => {
    const editor = await opened({
      id: 1,
      data,
      annotations: [null, 'x', { id: 9, result: [box('a', 10)] }],
      predictions: 5,
    });
    expect(codes(editor)).to.deep.equal(['task/malformed', 'task/malformed', 'task/malformed']);
    expect(results(editor)).to.have.length(1);
  });
});

describe('odd ids', () => {
  afterEach(clear);

  it('are shown, selected and written as any other', async () => {
    const ids = ['', 7, 7.5, '__proto__', 'constructor', '"]\n<b>', 'toString', '💡'];
    const given = ids.map((id, index) => box(id, 2 + 12 * index));
    const editor = await opened(task(...given));
    await listed(editor, ids.length);
    expect(codes(editor)).to.deep.equal([]);
    expect(results(editor)).to.deep.equal(given);
    for (let index = 0; index < ids.length; index++) {
      await click(at(editor, 7 + 12 * index));
      await until(() => rows(editor).filter((row) => row.ariaSelected === 'true').length === 1);
      const [row] = rows(editor).filter((each) => each.ariaSelected === 'true');
      if (ids[index] !== '') expect(row?.dataset.id).to.equal(String(ids[index]));
    }
    editor.select(['__proto__']);
    await keys('Delete');
    expect(results(editor)).to.deep.equal(given.filter(({ id }) => id !== '__proto__'));
    expect(({} as Record<string, unknown>).from_name).to.equal(undefined);
  });

  it('of completions may be those of others, numbers and texts, or none', async () => {
    const completions = [7, '7', '', {}].map((id, index) => ({ id, result: [box('a', 10 * index)] }));
    const editor = await opened({ id: 1, data, annotations: completions, predictions: [{ id: 7, result: [] }] });
    const tabs = [...shadow(editor).querySelectorAll<HTMLElement>('.completions [role=tab]')];
    expect(tabs).to.have.length(5);
    for (const [index, tab] of tabs.slice(0, 4).entries()) {
      await click(tab);
      await painted();
      expect(results(editor)[0]?.value.x).to.equal(10 * index);
      expect(editor.completion?.id).to.deep.equal(completions[index]?.id);
    }
  });
});

describe('what a host gives', () => {
  afterEach(clear);
  const deepFrozen = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null) {
      for (const item of Object.values(value)) deepFrozen(item);
      Object.freeze(value);
    }
    return value;
  };

  it('may be frozen', async () => {
    const editor = await opened(deepFrozen(task(box('a', 10, { meta: { text: ['n'] } }), box('b', 50))));
    await relabel(editor, 15, 'Bus');
    await drag(at(editor, 55), at(editor, 65, 40));
    await click(at(editor, 15));
    await keys('Delete');
    expect(results(editor).map(({ id }) => id)).to.deep.equal(['b']);
    expect(await editor.submit()).to.equal(true);
  });

  it('is its own again: what it changes afterwards changes nothing here', async () => {
    const first = box('a', 10) as { value: { x: number; rectanglelabels: string[] } };
    const given = {
      id: 1,
      data,
      annotations: [{ id: 9 as unknown, lead_time: 5, result: [first, box('b', 50)] as unknown[] }],
    };
    const editor = await opened(given);
    const before = results(editor);
    first.value.x = 90;
    first.value.rectanglelabels.push('Bus');
    given.annotations[0]?.result.pop();
    if (given.annotations[0]) given.annotations[0].id = 'other';
    given.annotations.length = 0;
    expect(results(editor)).to.deep.equal(before);
    await relabel(editor, 15, 'Bus');
    editor.undo();
    expect(results(editor)).to.deep.equal(before);
    expect(editor.completion?.id).to.equal(9);
    // What it is given is its own as well.
    (editor.serialize() as unknown[]).length = 0;
    const told: { completion: { result: unknown[] } }[] = [];
    editor.addEventListener('completion-update', ({ detail }) => {
      told.push(detail as never);
      (detail.completion.result as unknown[]).length = 0;
    });
    const selections: string[][] = [];
    editor.addEventListener('selection-change', ({ detail }) => {
      selections.push([...detail.regionIds]);
      (detail.regionIds as string[]).length = 0;
    });
    await click(at(editor, 55));
    await keys('u');
    expect(selections).to.deep.equal([['b'], []]);
    await editor.submit();
    expect(told).to.have.length(1);
    expect(results(editor)).to.deep.equal(before);
  });

  it('may be no plain JSON', async () => {
    const looped: Record<string, unknown> = { at: new Date(0), when: undefined, not: Number.NaN, run: () => 1 };
    looped.self = looped;
    class Mark {
      id = 'a';
      from_name = 'box';
      to_name = 'img';
      type = 'rectanglelabels';
      extra = looped;
      get value() {
        return { ...box('a', 10).value };
      }
      toJSON() {
        return { ...this, value: this.value };
      }
    }
    const lazy = box('b', 50, { get lazily() { return 'made'; } }); // biome-ignore format: one line
    const editor = await opened(task(new Mark(), lazy));
    await listed(editor, 2);
    await relabel(editor, 15, 'Bus');
    const [mark, other] = results(editor);
    expect(mark?.extra).to.deep.include({ at: '1970-01-01T00:00:00.000Z', self: null });
    expect(other).to.deep.equal({ ...box('b', 50), lazily: 'made' });
    expect(() => JSON.stringify(editor.completion)).not.to.throw();
  });
});

describe('very many results', () => {
  afterEach(clear);

  it('are listed and given back, and a region is edited among them', async () => {
    const given = Array.from({ length: 20_000 }, (_, index) => box(`r${index}`, (index % 80) + 0.5, { score: 0.5 }));
    const editor = await opened(task(...given.slice(0, -1), box('last', 90)));
    await until(() => shadow(editor).querySelector('[aria-rowcount="20000"]') !== null);
    expect(rows(editor).length).to.be.lessThan(200);
    await relabel(editor, 97, 'Bus');
    const written = results(editor);
    expect(written).to.have.length(20_000);
    expect(written.at(-1)?.value.rectanglelabels).to.deep.equal(['Bus']);
    expect(written.slice(0, -1)).to.deep.equal(given.slice(0, -1));
  });
});

describe('very many problems', () => {
  afterEach(clear);

  it('are told to the host, and listed as far as anyone reads', async () => {
    const nothing = Array.from({ length: 20_000 }, () => null);
    const editor = await opened(task(...nothing, box('a', 10)));
    expect(editor.problems).to.have.length(20_000);
    await click(byRole(editor, 'button', /problem/));
    await until(() => shadow(editor).querySelector('.problems') !== null);
    const list = [...shadow(editor).querySelectorAll('.problems li')];
    expect(list.length).to.be.lessThan(300);
    expect(list.at(-1)?.textContent?.trim()).to.equal('+ 19,800');
    expect(results(editor)).to.deep.equal([...nothing, box('a', 10)]);
  });
});

describe('a region on a page that is not there', () => {
  afterEach(clear);

  it('is listed, and leaves the page as it is when it is selected', async () => {
    const xml = config.replace('value="$url"', 'valueList="$urls"');
    const given = [box('a', 10, { item_index: 0 }), box('b', 50, { item_index: 99 }), box('c', 50, { item_index: -1 })];
    const editor = await opened(
      { id: 1, data: { urls: [data.url, data.url] }, annotations: [{ id: 9, result: given }] },
      xml,
    );
    await listed(editor, 3);
    const [, second] = rows(editor);
    if (second) await click(second);
    await painted();
    expect(pointOn(editor, 'img', [1, 1]).x).to.be.greaterThan(0);
    expect(editor.toClient('img', [1, 1], 0)).not.to.equal(undefined);
    await relabel(editor, 15, 'Bus');
    expect(results(editor).slice(1)).to.deep.equal(given.slice(1));
  });

  it('is shown on a picture that has no pages', async () => {
    const editor = await opened(task(box('a', 10, { item_index: 3 }), box('b', 50)));
    await listed(editor, 2);
    const [first] = rows(editor);
    if (first) await click(first);
    await relabel(editor, 15, 'Bus');
    expect(results(editor)[0]).to.deep.include({ item_index: 3 });
    expect(results(editor)[0]?.value.rectanglelabels).to.deep.equal(['Bus']);
  });
});
