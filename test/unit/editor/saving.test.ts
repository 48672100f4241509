import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SaveRequest } from '../../../src/editor/saving/saving.js';
import { isDict } from '../../../src/model/json.js';
import { runInAction } from '../../../src/reactive/index.js';
import { headless } from '../../support/headless.js';

const config = `<View>
  <Text name="txt" value="$text"/>
  <Choices name="mood" toName="txt" required="true" requiredMessage="Say how it feels."><Choice value="Good"/><Choice value="Bad"/></Choices>
</View>`;
const task = { id: 7, data: { text: 'Hello' } };

const resultsOf = (save: SaveRequest | undefined) => {
  assert.ok(save);
  return save.completion.result as readonly { readonly id: string }[];
};
const idOf = (save: SaveRequest | undefined) => resultsOf(save)[0]?.id;

/** All promises that can settle have. */
const settled = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

describe('Saving', () => {
  it('submits once, takes the id of the host, and updates from then on', async () => {
    const page = headless(config, task);
    page.tag('mood').setValue(['Good']);
    page.answer = async () => ({ id: 42 });
    assert.equal(await page.editor.saving.submit(), true);
    assert.equal(page.saves[0]?.kind, 'submit');
    assert.deepEqual(page.saves[0]?.completion.result, [
      {
        id: idOf(page.saves[0]),
        from_name: 'mood',
        to_name: 'txt',
        type: 'choices',
        origin: 'manual',
        value: { choices: ['Good'] },
      },
    ]);
    assert.equal(page.editor.completion?.id, 42);
    assert.equal(page.editor.completion?.stored, 'submitted');
    assert.equal(page.editor.completion?.dirty, false);
    await page.editor.saving.submit();
    assert.equal(page.saves[1]?.kind, 'update');
    page.editor.dispose();
  });

  it("does not submit while a required answer is missing, and says so with the config's words", async () => {
    const page = headless(config, task);
    assert.equal(await page.editor.saving.submit(), false);
    assert.equal(page.saves.length, 0);
    assert.equal(page.editor.notices.current?.message, 'Say how it feels.');
    assert.equal(page.editor.allProblems[0]?.at?.name, 'mood');
    page.editor.dispose();
  });

  it('keeps the work and tells why when the host fails', async () => {
    const page = headless(config, task);
    page.tag('mood').setValue(['Good']);
    page.answer = () => Promise.reject(new Error('the network is down'));
    assert.equal(await page.editor.saving.submit(), false);
    assert.match(page.editor.allProblems.at(-1)?.message ?? '', /the network is down/);
    assert.equal(page.editor.completion?.stored, 'nowhere');
    assert.equal(page.editor.completion?.dirty, true);
    assert.deepEqual(page.tag('mood').value, ['Good']);
    page.answer = async () => ({ id: 1 });
    assert.equal(await page.editor.saving.submit(), true, 'a second try goes through');
    assert.equal(page.editor.allProblems.length, 0);
    page.editor.dispose();
  });

  it('refuses a second submission while the first is under way', async () => {
    const page = headless(config, task);
    page.tag('mood').setValue(['Good']);
    let finish: () => void = () => {};
    page.answer = () => new Promise((resolve) => (finish = () => resolve({ id: 1 })));
    const first = page.editor.saving.submit();
    assert.equal(await page.editor.saving.submit(), false);
    assert.equal(page.saves.length, 1);
    finish();
    assert.equal(await first, true);
    page.editor.dispose();
  });

  it('counts what is edited while a save is under way as unsaved', async () => {
    const page = headless(config, task);
    page.tag('mood').setValue(['Good']);
    let finish: () => void = () => {};
    page.answer = () => new Promise((resolve) => (finish = () => resolve({ id: 1 })));
    const saving = page.editor.saving.submit();
    page.tag('mood').setValue(['Bad']);
    finish();
    await saving;
    assert.equal(page.editor.completion?.dirty, true);
    page.editor.dispose();
  });

  it('does nothing when the host prevents the event', async () => {
    const page = headless(config, task);
    page.tag('mood').setValue(['Good']);
    page.prevent = true;
    assert.equal(await page.editor.saving.submit(), false);
    assert.equal(page.editor.completion?.stored, 'nowhere');
    page.editor.dispose();
  });

  it('saves a draft of an edit before the task changes', async () => {
    const page = headless(config, task);
    page.tag('mood').setValue(['Bad']);
    runInAction(() => {
      page.editor.taskInput = { id: 8, data: { text: 'Next' } };
    });
    assert.equal(page.saves.length, 1);
    assert.equal(page.saves[0]?.kind, 'draft');
    assert.equal(resultsOf(page.saves[0]).length, 1);
    assert.equal(page.editor.doc.values.size, 0, 'the next task starts empty');
    page.editor.dispose();
  });

  it('saves what was edited while another save was under way before the task changes', async () => {
    for (const kind of ['saveDraft', 'submit'] as const) {
      const page = headless(config, task);
      page.tag('mood').setValue(['Good']);
      page.answer = () => new Promise(() => {});
      void page.editor.saving[kind]();
      page.tag('mood').setValue(['Bad']);
      runInAction(() => {
        page.editor.taskInput = { id: 8, data: { text: 'Next' } };
      });
      assert.equal(page.saves.length, 2, kind);
      assert.equal(page.saves[1]?.kind, 'draft');
      assert.match(JSON.stringify(page.saves[1]?.completion.result), /"Bad"/);
      page.editor.dispose();
    }
  });

  it('does not offer the same draft twice when the task changes while it is being saved', () => {
    const page = headless(config, task);
    page.tag('mood').setValue(['Good']);
    page.answer = () => new Promise(() => {});
    void page.editor.saving.saveDraft();
    runInAction(() => {
      page.editor.taskInput = { id: 8, data: { text: 'Next' } };
    });
    assert.equal(page.saves.length, 1);
    page.editor.dispose();
  });

  it('offers a draft that could not be saved again before the task changes', async () => {
    const page = headless(config, task);
    page.tag('mood').setValue(['Good']);
    page.answer = () => Promise.reject(new Error('offline'));
    await page.editor.saving.saveDraft();
    runInAction(() => {
      page.editor.taskInput = { id: 8, data: { text: 'Next' } };
    });
    assert.equal(page.saves.length, 2);
    await settled();
    assert.match(page.editor.notices.current?.message ?? '', /task before this one was not saved: offline/);
    page.editor.dispose();
  });

  it('saves what was edited before it became read-only', () => {
    const page = headless(config, task);
    page.tag('mood').setValue(['Good']);
    runInAction(() => {
      page.editor.readonlyWished = true;
      page.editor.taskInput = { id: 8, data: { text: 'Next' } };
    });
    assert.deepEqual(
      page.saves.map(({ kind }) => kind),
      ['draft'],
    );
    page.editor.dispose();
  });

  it('leaves the draft that a completion came with out of its submission', async () => {
    const result = [{ id: 'r', from_name: 'mood', to_name: 'txt', type: 'choices', value: { choices: ['Good'] } }];
    const page = headless(config, {
      ...task,
      completions: [{ id: 3, result: [], draft: result, drafts: [{ result }] }],
    });
    assert.equal(await page.editor.saving.submit(), true);
    assert.deepEqual(page.saves[0]?.completion.result, result);
    for (const completion of [page.saves[0]?.completion, page.editor.completion?.toJson()]) {
      assert.ok(completion && !('draft' in completion) && !('drafts' in completion));
    }
    page.editor.dispose();
  });

  it('saves a draft after a pause, and tries again when the host could not keep it', async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const page = headless(config, task);
    page.answer = () => Promise.reject(new Error('offline'));
    page.tag('mood').setValue(['Good']);
    mock.timers.tick(1000);
    page.tag('mood').setValue(['Bad']);
    mock.timers.tick(1000);
    assert.equal(page.saves.length, 0, 'not while one is at work');
    mock.timers.tick(600);
    assert.equal(page.saves.length, 1);
    await settled();
    assert.equal(page.editor.completion?.dirty, true);
    page.answer = async () => ({});
    mock.timers.tick(10_000);
    await settled();
    assert.equal(page.saves.length, 2);
    assert.equal(page.editor.completion?.dirty, false);
    assert.equal(page.editor.completion?.stored, 'draft');
    page.editor.dispose();
  });

  it('does not let a draft that comes home late undo a submission', async () => {
    const page = headless(config, task);
    page.tag('mood').setValue(['Good']);
    let arrive: () => void = () => {};
    page.answer = () => new Promise((resolve) => (arrive = () => resolve({ id: 1 })));
    const draft = page.editor.saving.saveDraft();
    page.answer = async () => ({ id: 2 });
    assert.equal(await page.editor.saving.submit(), true);
    arrive();
    await draft;
    assert.equal(page.editor.completion?.stored, 'submitted');
    assert.equal(page.editor.completion?.dirty, false);
    page.tag('mood').setValue(['Bad']);
    assert.equal(page.editor.completion?.dirty, true, 'an edit counts as one again');
    page.editor.dispose();
  });

  it('saves no draft of what nobody edited', () => {
    const page = headless(config, task);
    runInAction(() => {
      page.editor.taskInput = { id: 8, data: { text: 'Next' } };
    });
    assert.equal(page.saves.length, 0);
    page.editor.dispose();
  });

  it('skips with a comment, cancelled, whatever is required', async () => {
    const page = headless(config, task);
    assert.equal(await page.editor.saving.skip('unreadable'), true);
    assert.equal(page.saves[0]?.comment, 'unreadable');
    assert.equal(page.saves[0]?.completion.was_cancelled, true);
    assert.equal(page.editor.completion?.stored, 'skipped');
    page.editor.dispose();
  });

  it('does not skip a task that may not be skipped', async () => {
    const page = headless(config, { ...task, allow_skip: false });
    assert.equal(await page.editor.saving.skip(), false);
    assert.equal(page.saves.length, 0);
    page.editor.dispose();
  });

  it('measures the lead time and adds that of earlier sessions', async () => {
    const page = headless(config, { ...task, annotations: [{ id: 3, lead_time: 100, result: [] }] });
    page.now += 12_000;
    page.tag('mood').setValue(['Good']);
    page.now += 3_000;
    await page.editor.saving.submit();
    assert.equal(page.saves[0]?.completion.lead_time, 115);
    page.editor.dispose();
  });

  it('keeps keys of a completion that it does not know', async () => {
    const page = headless(config, { ...task, completions: [{ id: 3, result: [], reviewer: { id: 9 } }] });
    page.tag('mood').setValue(['Good']);
    await page.editor.saving.submit();
    assert.ok(isDict(page.saves[0]?.completion));
    assert.deepEqual(page.saves[0]?.completion.reviewer, { id: 9 });
    assert.equal(page.saves[0]?.completion.id, 3);
    page.editor.dispose();
  });
});
