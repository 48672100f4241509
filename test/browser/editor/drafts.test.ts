import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <Labels name="ner" toName="txt"><Label value="PER"/><Label value="LOC"/></Labels>
  <Text name="txt" value="$text"/>
  <Choices name="mood" toName="txt"><Choice value="Good"/><Choice value="Bad"/></Choices>
</View>`;
const task = (more: object = {}) => ({ id: 7, data: { text: 'Ada met Charles in London.' }, ...more });
const mark = (id: string, start = 0, more: object = {}) => ({
  id,
  from_name: 'ner',
  to_name: 'txt',
  type: 'labels',
  value: { start, end: start + 3, text: 'Ada', labels: ['PER'] },
  ...more,
});
const with3 = (result: readonly object[], more: object = {}) => task({ completions: [{ id: 3, result, ...more }] });

let spaces = 0;
/** A namespace of its own for each test. */
const space = () => `drafts-test-${Date.now()}-${spaces++}`;

const request = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

interface Stored {
  readonly id: string;
  readonly place: string;
  readonly results: string;
  readonly at: number;
}
async function use<T>(mode: IDBTransactionMode, run: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open('label-editor');
  // It is the editor's to make.
  opening.onupgradeneeded = () => opening.transaction?.abort();
  const database = await request(opening);
  try {
    return await request(run(database.transaction('drafts', mode).objectStore('drafts')));
  } finally {
    database.close();
  }
}
/** What is kept in this browser under a namespace. */
async function stored(storage: string): Promise<readonly Stored[]> {
  const all = await use('readonly', (store) => store.getAll() as IDBRequest<Stored[]>);
  return all.filter(({ place }) => place.startsWith(JSON.stringify([storage]).slice(0, -1)));
}

/** Waits until what the editor has now is kept. */
async function kept(editor: LabelEditor, storage: string): Promise<void> {
  const now = JSON.stringify(editor.serialize());
  let isKept = false;
  const look = async () => {
    try {
      isKept = (await stored(storage)).some(({ results }) => results === now);
    } catch {
      // The database is made with the first edit.
    }
    if (!isKept) setTimeout(look, 20);
  };
  void look();
  await until(() => isKept);
}

/** Works, and is gone without a word to the host. */
async function leaveUnsaved(storage: string, given: object = task()): Promise<void> {
  const editor = await mount(config, given, { storage });
  editor.addEventListener('completion-draft', (event) => event.preventDefault());
  await click(byRole(editor, 'checkbox', 'Good'));
  await kept(editor, storage);
  editor.remove();
  await painted();
}

const banner = (editor: LabelEditor) => editor.shadowRoot?.querySelector('.saving-banner');
const says = (editor: LabelEditor, words: RegExp) => until(() => words.test(banner(editor)?.textContent ?? ''));
const moods = (editor: LabelEditor) =>
  (editor.serialize() as ({ value?: { choices?: string[] } } | null)[]).flatMap(
    (result) => result?.value?.choices ?? [],
  );

describe('unsaved work', () => {
  afterEach(clear);

  it('is there again when the task is opened again, and can be undone', async () => {
    const storage = space();
    await leaveUnsaved(storage);
    const editor = await mount(config, task(), { storage });
    await says(editor, /Unsaved work from .* was restored/);
    expect(moods(editor)).to.deep.equal(['Good']);
    expect(byRole(editor, 'checkbox', 'Good')).to.have.property('checked', true);
    await click(byRole(banner(editor) as Element, 'button', 'Undo'));
    await until(() => !banner(editor));
    expect(moods(editor)).to.deep.equal([]);
    editor.redo();
    expect(moods(editor)).to.deep.equal(['Good']);
  });

  it('goes to the host once it is back', async () => {
    const storage = space();
    await leaveUnsaved(storage);
    const editor = await mount(config, task(), { storage });
    const drafts: object[] = [];
    editor.addEventListener('completion-draft', (event) => {
      drafts.push(event.detail.completion);
      event.detail.waitUntil(Promise.resolve({ id: 12 }));
    });
    await until(() => drafts.length === 1);
    let left = 1;
    await until(() => {
      void stored(storage).then((records) => (left = records.length));
      return left === 0;
    });
  });

  it('is not there for another task, user or namespace', async () => {
    const storage = space();
    await leaveUnsaved(storage);
    const right = await mount(config, task(), { storage: 'none' });
    expect(moods(right)).to.deep.equal([]);
    right.remove();
    for (const [given, user, name] of [
      [task({ id: 8 }), undefined, storage],
      [task(), { id: 2 }, storage],
      [task(), undefined, space()],
    ] as const) {
      const editor = await mount(config, given, { user, storage: name });
      // It has been looked for when what is done now is kept.
      await click(byRole(editor, 'checkbox', 'Bad'));
      await kept(editor, name);
      expect(moods(editor)).to.deep.equal(['Bad']);
      expect(banner(editor)).to.equal(null);
      editor.remove();
    }
  });

  it('is forgotten when it is submitted', async () => {
    const storage = space();
    const editor = await mount(config, task(), { storage });
    await click(byRole(editor, 'checkbox', 'Good'));
    await kept(editor, storage);
    await editor.submit();
    let left = 1;
    await until(() => {
      void stored(storage).then((records) => (left = records.length));
      return left === 0;
    });
  });

  it('is shown beside a version of the host that it does not go on from; either can be looked at, and both kept', async () => {
    const storage = space();
    await leaveUnsaved(storage, with3([mark('a')]));
    const drafts: string[] = [];
    const editor = await mount(config, with3([mark('b', 8)]), { storage });
    editor.addEventListener('completion-draft', ({ detail }) => drafts.push(JSON.stringify(detail.completion.result)));
    await says(editor, /there is other work in the completion now/);
    expect(editor.serialize()).to.deep.equal([mark('b', 8)]);
    const press = (name: string) => click(byRole(banner(editor) as Element, 'button', name));
    await press('Unsaved work');
    await until(() => moods(editor).length === 1);
    expect(byRole(banner(editor) as Element, 'button', 'Unsaved work').getAttribute('aria-pressed')).to.equal('true');
    expect(() => byRole(editor, 'button', 'Read only')).to.throw();
    await press('As saved');
    expect(editor.serialize()).to.deep.equal([mark('b', 8)]);
    expect(drafts, 'nothing was sent').to.deep.equal([]);
    await press('Keep both');
    await until(() => moods(editor).length === 1);
    expect(editor.completion).to.include({ parent_annotation: 3 });
    editor.selectCompletion(3);
    expect(editor.serialize()).to.deep.equal([mark('b', 8)]);
  });

  it('takes the place of the host’s version when that is wished, by keyboard too', async () => {
    const storage = space();
    await leaveUnsaved(storage, with3([mark('a')]));
    const editor = await mount(config, with3([mark('b', 8)]), { storage });
    await says(editor, /there is other work/);
    byRole(banner(editor) as Element, 'button', 'Use unsaved work').focus();
    await keys('Enter');
    await until(() => moods(editor).length === 1);
    expect(editor.completion?.id).to.equal(3);
    editor.undo();
    expect(editor.serialize()).to.deep.equal([mark('b', 8)]);
  });

  it('is forgotten when it is discarded, unless that is undone', async () => {
    const storage = space();
    await leaveUnsaved(storage, with3([mark('a')]));
    const editor = await mount(config, with3([mark('b', 8)]), { storage });
    await says(editor, /there is other work/);
    await click(byRole(banner(editor) as Element, 'button', 'Discard'));
    await until(() => !banner(editor));
    await click(byRole(editor.shadowRoot?.querySelector('.toast') as Element, 'button', 'Undo'));
    await until(() => banner(editor) !== null);
    await click(byRole(banner(editor) as Element, 'button', 'Discard'));
    let left = 1;
    await until(() => {
      void stored(storage).then((records) => (left = records.length));
      return left === 0;
    });
    expect(editor.serialize()).to.deep.equal([mark('b', 8)]);
  });

  it('is left alone by a second editor while the first is at work, and written beside its own', async () => {
    const storage = space();
    const one = await mount(config, task(), { storage });
    one.style.height = '340px';
    one.addEventListener('completion-draft', (event) => event.preventDefault());
    await click(byRole(one, 'checkbox', 'Good'));
    await kept(one, storage);
    const two = await mount(config, task(), { storage });
    two.addEventListener('completion-draft', (event) => event.preventDefault());
    await until(() => /open in another tab/.test(two.shadowRoot?.textContent ?? ''));
    expect(moods(two)).to.deep.equal([]);
    await click(byRole(two, 'checkbox', 'Bad'));
    await kept(two, storage);
    expect((await stored(storage)).map(({ results }) => JSON.parse(results)[0].value.choices)).to.have.deep.members([
      ['Good'],
      ['Bad'],
    ]);
  });

  it('is there again when the host shows the task again on the same page', async () => {
    const storage = space();
    const editor = await mount(config, task(), { storage });
    editor.addEventListener('completion-draft', (event) => event.preventDefault());
    await click(byRole(editor, 'checkbox', 'Good'));
    editor.task = { id: 8, data: { text: 'Another one.' } };
    await editor.ready;
    expect(moods(editor)).to.deep.equal([]);
    editor.task = task();
    await editor.ready;
    await until(() => moods(editor).length === 1);
  });

  it('of a broken or foreign kind does no harm', async () => {
    const storage = space();
    await leaveUnsaved(storage);
    const [good] = await stored(storage);
    for (const bad of [
      { ...good, results: '[{"id":' },
      { ...good, results: '[null, 7, {"id": {}, "value": {"choices": 3}, "from_name": "mood", "type": "choices"}]' },
      { id: good?.id, place: good?.place, html: '<img src=x onerror=alert(1)>' },
      { id: good?.id, place: good?.place, at: Date.now(), format: 99, results: new Map() },
    ]) {
      await use('readwrite', (store) => store.put(bad));
      const editor = await mount(config, task(), { storage });
      await click(chip(editor, 'PER'));
      await click(byRole(editor, 'checkbox', 'Bad'));
      expect(moods(editor)).to.include('Bad');
      expect(await editor.submit()).to.equal(true);
      await until(() => editor.shadowRoot?.querySelector('[part=status]')?.textContent?.includes('Submitted') === true);
      editor.remove();
    }
  });

  it('is kept by the host alone where the browser keeps nothing', async () => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    try {
      const editor = await mount(config, task({ id: 99 }), { storage: space() });
      await click(byRole(editor, 'checkbox', 'Good'));
      expect(moods(editor)).to.deep.equal(['Good']);
      expect(await editor.saveDraft()).to.equal(true);
      expect(await editor.submit()).to.equal(true);
    } finally {
      IDBFactory.prototype.open = open;
    }
  });
});

describe('the database of unsaved work', () => {
  afterEach(clear);

  it('is mended where somebody else made one of that name', async () => {
    await request(indexedDB.deleteDatabase('label-editor'));
    const foreign = indexedDB.open('label-editor', 3);
    foreign.onupgradeneeded = () => foreign.result.createObjectStore('things');
    (await request(foreign)).close();
    const storage = space();
    await leaveUnsaved(storage);
    const editor = await mount(config, task(), { storage });
    await until(() => moods(editor).length === 1);
  });
});

describe("a host's draft that is older than its completion", () => {
  afterEach(clear);

  const given = () =>
    with3([mark('b', 8)], {
      updated_at: '2024-05-01T12:00:00Z',
      drafts: [{ result: [mark('a')], created_at: '2024-05-01T10:00:00Z' }],
    });

  it('is shown, and replaces nothing by itself', async () => {
    const editor = await mount(config, given());
    await says(editor, /There is a draft from .*The completion was changed after it/);
    expect(editor.serialize()).to.deep.equal([mark('b', 8)]);
    await click(byRole(banner(editor) as Element, 'button', 'Draft'));
    await until(() => editor.regionBounds('a') !== undefined);
    await click(byRole(banner(editor) as Element, 'button', 'Use draft'));
    await until(() => JSON.stringify(editor.serialize()) === JSON.stringify([mark('a')]));
    expect(editor.completion?.id).to.equal(3);
  });

  it('gives way when it is discarded', async () => {
    const editor = await mount(config, given());
    await says(editor, /There is a draft/);
    await click(byRole(banner(editor) as Element, 'button', 'Discard'));
    await until(() => !banner(editor));
    expect(editor.serialize()).to.deep.equal([mark('b', 8)]);
  });
});
