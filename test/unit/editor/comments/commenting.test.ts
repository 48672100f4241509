import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Commenting, type CommentKind } from '../../../../src/editor/comments/commenting.js';
import type { Comment } from '../../../../src/model/comment.js';
import { runInAction } from '../../../../src/reactive/index.js';

const tick = () => new Promise((settle) => setTimeout(settle));

function host() {
  const told: { readonly kind: CommentKind; readonly comment: Comment }[] = [];
  const about = {
    taskId: 1 as number | string,
    user: { id: 7, displayName: 'Ada' },
    told,
    prevent: false,
    answer: undefined as (() => Promise<unknown>) | undefined,
    meanwhile: undefined as (() => void) | undefined,
    now: () => 0,
    send(kind: CommentKind, comment: Comment) {
      told.push({ kind, comment });
      about.meanwhile?.();
      return { prevented: about.prevent, answers: about.answer ? [about.answer()] : [] };
    },
  };
  const commenting = new Commenting(about);
  const shown = () => commenting.list.map(({ comment, state }) => `${comment.text} ${state}`);
  const first = () => {
    const [listed] = commenting.list;
    assert.ok(listed);
    return listed;
  };
  return { about, commenting, shown, first };
}
const rejected = () => Promise.reject(new Error('503'));

describe('Commenting.say', () => {
  it('shows what is said at once, and waits for the host', async () => {
    const { about, commenting, shown, first } = host();
    about.answer = () => Promise.resolve({ id: 5 });
    assert.equal(commenting.say('A', 'r'), true);
    assert.deepEqual(shown(), ['A sending']);
    assert.deepEqual(about.told[0]?.comment.createdBy, about.user);
    await tick();
    assert.deepEqual(shown(), ['A kept']);
    assert.equal(first().comment.id, 5);
    commenting.give([{ id: 5, text: 'A', regionId: 'r' }]);
    assert.deepEqual(shown(), ['A kept']);
    assert.equal(commenting.isOwn(first().comment), true);
  });

  it('shows it once, however the host gives it back', async () => {
    const ways: ((said: Comment) => object)[] = [
      ({ localId, text }) => ({ id: 9, localId, text }),
      ({ text, regionId }) => ({ text, regionId }),
    ];
    for (const way of ways) {
      for (const when of ['in the event', 'before the answer', 'after it']) {
        const { about, commenting, shown } = host();
        commenting.give([{ id: 1, text: 'A' }]);
        const give = () => commenting.give([{ id: 1, text: 'A' }, way(about.told[0]?.comment as Comment)]);
        about.answer = () => Promise.resolve(undefined);
        if (when === 'in the event') about.meanwhile = give;
        commenting.say('A', 'r');
        if (when === 'before the answer') give();
        await tick();
        if (when === 'after it') give();
        assert.deepEqual(shown(), ['A kept', 'A kept'], when);
      }
    }
  });

  it('keeps the text of what the host could not keep, to be tried again or thrown away', async () => {
    const { about, commenting, shown, first } = host();
    about.answer = rejected;
    commenting.say('A', undefined);
    await tick();
    assert.deepEqual([shown(), first().reason], [['A failed'], '503']);
    commenting.give([{ id: 3, text: 'B' }]);
    assert.deepEqual(shown(), ['B kept', 'A failed']);
    about.answer = () => Promise.resolve();
    const failed = commenting.list[1];
    assert.ok(failed);
    assert.equal(commenting.retry(failed), true);
    await tick();
    assert.deepEqual(shown(), ['B kept', 'A kept']);
    assert.deepEqual(
      about.told.map(({ kind }) => kind),
      ['create', 'create'],
    );
  });

  it('shows nothing of what the host forbids', () => {
    const { about, commenting, shown } = host();
    about.prevent = true;
    assert.equal(commenting.say('A', undefined), false);
    assert.deepEqual(shown(), []);
  });

  it('speaks of one task at a time, and forgets nothing that failed', async () => {
    const { about, commenting, shown } = host();
    about.answer = rejected;
    commenting.say('A', undefined);
    await tick();
    about.taskId = 2;
    commenting.give([]);
    assert.deepEqual(shown(), []);
    about.taskId = 1;
    commenting.give([]);
    assert.deepEqual(shown(), ['A failed']);
  });
});

describe('Commenting.change', () => {
  it('shows a change over the list until the list has it, and takes the list at its word then', async () => {
    const { about, commenting, shown, first } = host();
    commenting.give([{ id: 1, text: 'A', other: 'kept' }]);
    let settle = (_: unknown) => {};
    about.answer = () => new Promise((resolve) => (settle = resolve));
    commenting.change(first(), { text: 'B' });
    assert.equal(about.told[0]?.comment.other, 'kept');
    assert.deepEqual(shown(), ['B sending']);
    // One that was on its way before.
    commenting.give([{ id: 1, text: 'A' }]);
    assert.deepEqual(shown(), ['B sending']);
    settle(undefined);
    await tick();
    assert.deepEqual(shown(), ['B kept']);
    commenting.give([{ id: 1, text: 'C' }]);
    assert.deepEqual(shown(), ['C kept']);
  });

  it('keeps what was written where it fails, and shows what was before when it is given up', async () => {
    const { about, commenting, shown, first } = host();
    commenting.give([{ id: 1, text: 'A' }]);
    about.answer = rejected;
    commenting.change(first(), { text: 'B' });
    await tick();
    assert.deepEqual(shown(), ['B failed']);
    commenting.discard(first().key);
    assert.deepEqual(shown(), ['A kept']);
  });

  it('does not count what is resolved', () => {
    const { commenting, first } = host();
    commenting.give([
      { id: 1, text: 'A', regionId: 'r' },
      { id: 2, text: 'B', regionId: 'r' },
      { id: 3, text: 'C' },
    ]);
    assert.deepEqual([...commenting.counts], [['r', 2]]);
    commenting.change(first(), { isResolved: true });
    assert.deepEqual([...commenting.counts], [['r', 1]]);
  });
});

describe('Commenting.remove', () => {
  it('takes it off at once, and shows it again where that fails', async () => {
    const { about, commenting, shown, first } = host();
    commenting.give([{ id: 1, text: 'A' }]);
    about.answer = rejected;
    commenting.remove(first());
    assert.deepEqual(shown(), []);
    await tick();
    assert.deepEqual([shown(), first().kind], [['A failed'], 'delete']);
    about.answer = () => Promise.resolve();
    commenting.retry(first());
    await tick();
    assert.deepEqual(shown(), []);
    commenting.give([]);
    assert.deepEqual(shown(), []);
  });
});

describe('Commenting.give', () => {
  it('takes anything, and says what is no comment', () => {
    const { commenting, shown } = host();
    for (const odd of [5, 'x', {}]) {
      runInAction(() => commenting.give(odd));
      assert.match(commenting.problems[0]?.message ?? '', /not a list/);
    }
    commenting.give([
      null,
      { text: 5 },
      { id: {}, text: 'A', regionId: 4, createdBy: 'Bo', createdAt: 'soon', isResolved: 'no' },
    ]);
    assert.deepEqual(shown(), ['A kept']);
    const [{ comment } = { comment: undefined }] = commenting.list;
    assert.deepEqual(comment, { text: 'A', regionId: '4', createdBy: { displayName: 'Bo' }, isResolved: false });
    assert.match(commenting.problems[0]?.message ?? '', /2 comments have no text/);
    commenting.give(null);
    assert.deepEqual([shown(), commenting.problems], [[], []]);
  });

  it('throws at nothing that JSON can hold', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.record({ id: fc.jsonValue(), text: fc.jsonValue() })), (odd, list) => {
        const { commenting } = host();
        commenting.give(odd);
        commenting.give([...list, odd]);
        for (const listed of commenting.list) {
          assert.equal(typeof listed.comment.text, 'string');
          commenting.change(listed, { isResolved: true });
        }
        assert.ok(commenting.counts.size >= 0);
      }),
    );
  });
});
