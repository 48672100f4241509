import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Found, FoundWork } from '../../../../src/editor/saving/found-work.js';
import { LocalDrafts } from '../../../../src/editor/saving/local-drafts.js';
import { runInAction } from '../../../../src/reactive/index.js';
import { type Headless, headless } from '../../../support/headless.js';
import { type MemoryShelf, memoryShelf } from '../../../support/shelf.js';

const config = `<View>
  <Text name="txt" value="$text"/>
  <Labels name="ner" toName="txt"><Label value="PER"/></Labels>
</View>`;
const span = (id: string, start = 0) => ({
  id,
  from_name: 'ner',
  to_name: 'txt',
  type: 'labels',
  value: { start, end: start + 2, text: 'He', labels: ['PER'] },
});
const task = (more: object = {}) => ({ id: 7, data: { text: 'Hello' }, ...more });
const with3 = (result: readonly object[], more: object = {}) => task({ completions: [{ id: 3, result, ...more }] });

const settled = async () => {
  for (let turn = 0; turn < 40; turn++) await Promise.resolve();
};

type Page = Headless & { readonly work: FoundWork; readonly drafts: LocalDrafts };

/** An editor as it is opened with this task, in a browser with this shelf. */
async function open(shelf: MemoryShelf, given: object = task(), prepare = (_: Headless) => {}): Promise<Page> {
  const page = headless(config, given);
  runInAction(() => {
    page.editor.storage = 'app';
  });
  prepare(page);
  const drafts = new LocalDrafts(page.editor, shelf);
  const work = new FoundWork(page.editor, shelf, drafts);
  await settled();
  return Object.assign(page, { work, drafts });
}

/** Edits, writes, and ends as a crash does. */
async function crash(page: Page, add: readonly object[]): Promise<void> {
  page.editor.saving.addResults(add as never, 'manual');
  page.drafts.flush();
  await settled();
  page.editor.dispose();
}

const ids = ({ editor }: Headless) =>
  editor.completion?.results().map((result) => (result as { id?: unknown } | null)?.id);
const current = ({ work }: Page): Found => {
  assert.ok(work.current);
  return work.current;
};

describe('FoundWork', () => {
  it('puts unsaved work back where nothing else was done since, as one step that can be undone', async () => {
    const shelf = memoryShelf();
    const before = await open(shelf, with3([span('a')]));
    before.now = 9000;
    await crash(before, [span('b', 2)]);
    const page = await open(shelf, with3([span('a')]));
    assert.deepEqual(ids(page), ['a', 'b']);
    assert.equal(current(page).is, 'restored');
    assert.equal(page.editor.completion?.dirty, true, 'the host is to get it');
    assert.ok((page.editor.completion?.leadTime.seconds ?? 0) >= 9);
    page.work.undo(current(page));
    assert.deepEqual(ids(page), ['a']);
    assert.equal(page.work.current, undefined);
    page.editor.dispose();
  });

  it('takes the record over: after the next write there is one, and it comes back once', async () => {
    const shelf = memoryShelf();
    await crash(await open(shelf), [span('a')]);
    await crash(await open(shelf), [span('b', 2)]);
    assert.equal(shelf.records.size, 1);
    const page = await open(shelf);
    assert.deepEqual(ids(page), ['a', 'b']);
    page.answer = async () => ({ id: 4 });
    await page.editor.saving.submit();
    await settled();
    assert.equal(shelf.records.size, 0, 'what was submitted is not unsaved');
    page.editor.dispose();
  });

  it('says no more of it once the user goes on', async () => {
    const shelf = memoryShelf();
    await crash(await open(shelf), [span('a')]);
    const page = await open(shelf);
    assert.equal(current(page).is, 'restored');
    page.editor.saving.addResults([span('b', 2)], 'manual');
    assert.equal(page.work.current, undefined);
    page.editor.dispose();
  });

  it('shows nothing of another task, user or namespace', async () => {
    const shelf = memoryShelf();
    await crash(await open(shelf), [span('a')]);
    const others: [object, (page: Headless) => void][] = [
      [task({ id: 8 }), () => {}],
      [task(), ({ editor }) => runInAction(() => (editor.userId = 5))],
      [task(), ({ editor }) => runInAction(() => (editor.storage = 'else'))],
      [task(), ({ editor }) => runInAction(() => (editor.storage = 'none'))],
      [
        task({ data: { text: 'Else' } }),
        ({ editor }) => runInAction(() => (editor.configText = config.replace('PER', 'LOC'))),
      ],
    ];
    for (const [given, prepare] of others) {
      const page = await open(shelf, given, prepare);
      assert.deepEqual(ids(page), []);
      assert.equal(page.work.current, undefined);
      page.editor.dispose();
    }
    assert.equal(shelf.records.size, 1, 'it stays where it belongs');
  });

  it('asks where the host has another version, and changes nothing before', async () => {
    const shelf = memoryShelf();
    await crash(await open(shelf, with3([span('a')])), [span('b', 2)]);
    const page = await open(shelf, with3([span('c', 1)]));
    assert.deepEqual(ids(page), ['c']);
    assert.equal(current(page).is, 'conflict');
    assert.equal(page.saves.length, 0);
    page.editor.dispose();
  });

  it('shows both versions of a conflict without touching either', async () => {
    const shelf = memoryShelf();
    await crash(await open(shelf, with3([span('a')])), [span('b', 2)]);
    const page = await open(shelf, with3([span('c', 1)]));
    page.work.look(current(page), 'Unsaved');
    assert.deepEqual(ids(page), ['a', 'b']);
    assert.equal(page.editor.readonly, true);
    assert.equal(page.work.current?.is, 'conflict');
    page.work.show(current(page));
    assert.deepEqual(ids(page), ['c']);
    page.work.look(current(page), 'Unsaved');
    assert.equal(page.editor.workspace.completions.length, 2, 'the same look');
    page.work.discard(current(page));
    assert.deepEqual(ids(page), ['c']);
    assert.equal(page.editor.workspace.completions.length, 1);
    assert.equal(page.saves.length, 0);
    page.editor.dispose();
  });

  it('puts the unsaved version in the place of the other on demand, undoably', async () => {
    const shelf = memoryShelf();
    await crash(await open(shelf, with3([span('a')])), [span('b', 2)]);
    const page = await open(shelf, with3([span('c', 1)]));
    page.work.look(current(page), 'Unsaved');
    page.work.restore(current(page));
    assert.deepEqual(ids(page), ['a', 'b']);
    assert.equal(page.editor.completion?.id, 3);
    assert.equal(page.editor.workspace.completions.length, 1);
    page.editor.completion?.store.history.undo();
    assert.deepEqual(ids(page), ['c']);
    page.editor.dispose();
  });

  it('keeps both versions on demand: the unsaved one in a new completion', async () => {
    const shelf = memoryShelf();
    await crash(await open(shelf, with3([span('a')])), [span('b', 2)]);
    const page = await open(shelf, with3([span('c', 1)]));
    page.work.keepBoth(current(page));
    await settled();
    assert.deepEqual(ids(page), ['a', 'b']);
    assert.equal(page.editor.completion?.id, undefined);
    assert.equal(page.editor.completion?.wire.parent_annotation, 3);
    assert.equal(page.editor.completion?.dirty, true);
    const three = page.editor.workspace.find(3);
    assert.deepEqual(three?.results(), [span('c', 1)]);
    assert.equal(shelf.records.size, 1);
    page.drafts.flush();
    await settled();
    assert.equal(shelf.records.size, 1, 'of the new completion');
    page.editor.dispose();
  });

  it('forgets what is discarded, and has it back when that is undone', async () => {
    const shelf = memoryShelf();
    await crash(await open(shelf, with3([span('a')])), [span('b', 2)]);
    const page = await open(shelf, with3([span('c', 1)]));
    page.work.discard(current(page));
    await settled();
    assert.equal(shelf.records.size, 0);
    assert.equal(page.work.current, undefined);
    page.editor.notices.current?.offer?.run();
    await settled();
    assert.equal(shelf.records.size, 1);
    assert.equal(current(page).is, 'conflict');
    page.editor.dispose();
  });

  it('drops what the host has meanwhile', async () => {
    const shelf = memoryShelf();
    await crash(await open(shelf, with3([span('a')])), [span('b', 2)]);
    const page = await open(shelf, with3([span('a'), { ...span('b', 2), origin: 'manual' }]));
    assert.equal(page.work.current, undefined);
    assert.equal(shelf.records.size, 0);
    page.editor.dispose();
  });

  it('asks where somebody has begun to work before it was found, and puts it into a completion of its own', async () => {
    const shelf = memoryShelf();
    await crash(await open(shelf), [span('a')]);
    const page = await open(shelf, task(), ({ editor }) => editor.saving.addResults([span('b', 2)], 'manual'));
    assert.deepEqual(ids(page), ['b']);
    assert.equal(current(page).is, 'offered');
    page.work.restore(current(page));
    assert.deepEqual(ids(page), ['a']);
    assert.deepEqual(
      page.editor.workspace.completions.map(({ stored, edits }) => [stored, edits]),
      [
        ['nowhere', 1],
        ['nowhere', 1],
      ],
    );
    page.editor.dispose();
  });

  it('offers work on another completion than the one on show, and on one that is gone', async () => {
    const shelf = memoryShelf();
    const two = task({
      completions: [
        { id: 3, result: [] },
        { id: 4, result: [] },
      ],
    });
    const before = await open(shelf, two);
    const four = before.editor.workspace.find(4);
    assert.ok(four);
    before.editor.show(four);
    await crash(before, [span('a')]);
    const page = await open(shelf, two);
    assert.equal(page.work.isHere(current(page)), false);
    assert.deepEqual(ids(page), []);
    page.work.show(current(page));
    assert.equal(current(page).is, 'offered');
    page.work.restore(current(page));
    assert.deepEqual(ids(page), ['a']);
    assert.equal(page.editor.completion?.id, 4);
    page.editor.dispose();

    const gone = await open(shelf, task({ completions: [{ id: 3, result: [] }] }));
    assert.equal(current(gone).is, 'offered');
    gone.work.restore(current(gone));
    assert.deepEqual(ids(gone), ['a']);
    assert.equal(gone.editor.workspace.completions.length, 2);
    gone.editor.dispose();
  });

  it('remembers what a new completion was copied from', async () => {
    const shelf = memoryShelf();
    const predicted = task({ predictions: [{ id: 5, result: [span('a')] }] });
    const before = await open(shelf, predicted);
    const [prediction] = before.editor.workspace.predictions;
    assert.ok(prediction);
    before.editor.copy(prediction);
    await crash(before, [span('b', 2)]);
    const page = await open(shelf, predicted);
    assert.deepEqual(ids(page), ['a', 'b']);
    assert.equal(page.editor.completion?.wire.parent_prediction, 5);
    page.editor.dispose();
  });

  it('does not let what lies there break anything', async () => {
    const shelf = memoryShelf();
    await crash(await open(shelf), [span('a')]);
    const [good] = [...shelf.records.values()] as { place: string }[];
    shelf.records.clear();
    const { place } = good ?? { place: '' };
    for (const [index, bad] of [
      null,
      7,
      {},
      { format: 9 },
      { ...good, results: '[{' },
      { ...good, bases: 7, results: '[7,null,{"id":{}}]' },
    ].entries()) {
      shelf.records.set(String(index), typeof bad === 'object' && bad ? { ...bad, place } : bad);
    }
    const page = await open(shelf);
    page.editor.saving.addResults([span('c', 1)], 'manual');
    assert.ok(ids(page)?.includes('c'));
    shelf.failure = new Error('blocked');
    const other = await open(shelf, task({ id: 9 }));
    assert.equal(other.work.current, undefined);
    page.editor.dispose();
    other.editor.dispose();
  });

  it('leaves a read-only completion as it is', async () => {
    const shelf = memoryShelf();
    await crash(await open(shelf), [span('a')]);
    const page = await open(shelf, task(), ({ editor }) => runInAction(() => (editor.readonlyWished = true)));
    assert.equal(page.work.current, undefined);
    runInAction(() => {
      page.editor.readonlyWished = false;
    });
    await settled();
    assert.deepEqual(ids(page), ['a']);
    page.editor.dispose();
  });

  it('forgets what nobody came back to for a month', async () => {
    const shelf = memoryShelf();
    await crash(await open(shelf), [span('a')]);
    const [record] = [...shelf.records.values()] as { id: string }[];
    shelf.records.set(record?.id ?? '', { ...record, at: Date.now() - 31 * 86_400_000 });
    const page = await open(shelf, task());
    assert.equal(shelf.records.size, 0);
    assert.deepEqual(ids(page), []);
    page.editor.dispose();
  });

  it("shows a completion that was changed after the host's draft of it, and offers the draft", async () => {
    const drafts = [{ result: [span('d')], created_at: '2024-05-01T10:00:00Z', lead_time: 5 }];
    const given = with3([span('c', 1)], { drafts, updated_at: '2024-05-01T12:00:00Z', lead_time: 100 });
    const page = await open(memoryShelf(), given);
    assert.deepEqual(ids(page), ['c']);
    const found = current(page);
    assert.deepEqual([found.is, found.in, found.at], ['conflict', 'host', Date.parse('2024-05-01T10:00:00Z')]);
    page.work.restore(found);
    assert.deepEqual(ids(page), ['d']);
    assert.equal(page.editor.completion?.leadTime.seconds, 105);
    page.editor.dispose();

    const kept = await open(memoryShelf(), given);
    kept.work.discard(current(kept));
    assert.deepEqual(ids(kept), ['c']);
    assert.equal(kept.work.current, undefined);
    kept.editor.dispose();
  });
});
