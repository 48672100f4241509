import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { SaveDetail } from '../../../src/ui/events.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, hover, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <Text name="txt" value="$text"/>
  <Choices name="mood" toName="txt"><Choice value="Good"/><Choice value="Bad"/></Choices>
</View>`;
const answer = { id: 'r', from_name: 'mood', to_name: 'txt', type: 'choices', value: { choices: ['Good'] } };
const task = (more: object = {}) => ({
  id: 7,
  data: { text: 'Ada met Charles.' },
  completions: [{ id: 3, result: [answer], ...more }],
});

/** What the host is told, as `event comment`. */
function heard(editor: LabelEditor): { readonly told: string[]; readonly details: SaveDetail[] } {
  const [told, details]: [string[], SaveDetail[]] = [[], []];
  for (const type of [
    'completion-accept',
    'completion-reject',
    'completion-update',
    'completion-submit',
    'task-skip',
  ] as const) {
    editor.addEventListener(type, ({ detail }) => {
      told.push([type, detail.comment].filter(Boolean).join(' '));
      details.push(detail);
    });
  }
  return { told, details };
}
const shown = (editor: LabelEditor) =>
  [...(editor.shadowRoot?.querySelectorAll('.top-bar button') ?? [])].map((each) => each.textContent?.trim());

describe('review', () => {
  afterEach(clear);

  it('has accept and reject in place of submit and skip, for what was submitted', async () => {
    const editor = await mount(config, task(), { review: true });
    expect(shown(editor)).to.include.members(['Accept', 'Reject']).and.not.include.members(['Update', 'Skip']);
    editor.review = false;
    await until(() => shown(editor).includes('Update'));
    expect(shown(editor)).to.not.include('Accept');
    editor.review = true;
    await until(() => shown(editor).includes('Accept'));
    await click(byRole(editor, 'button', 'New completion'));
    await until(() => shown(editor).includes('Submit'));
  });

  it('accepts as it is, or mended with the changes', async () => {
    const editor = await mount(config, task(), { review: true });
    const { told, details } = heard(editor);
    await click(byRole(editor, 'button', 'Accept'));
    expect(told).to.deep.equal(['completion-accept']);
    expect(details[0]?.completion.result).to.deep.equal([answer]);
    await click(byRole(editor, 'checkbox', 'Bad'));
    await until(() => shown(editor).includes('Fix and accept'));
    await click(byRole(editor, 'button', 'Fix and accept'));
    expect(told).to.have.length(2);
    const [fixed] = (details[1]?.completion.result ?? []) as { value: object }[];
    expect(fixed?.value).to.deep.equal({ choices: ['Bad'] });
    await until(() => shown(editor).includes('Accept'));
  });

  it('still offers to fix when the change was kept as a draft', async () => {
    const editor = await mount(config, task(), { review: true });
    await click(byRole(editor, 'checkbox', 'Bad'));
    await editor.saveDraft();
    await until(() => shown(editor).includes('Fix and accept'));
  });

  it('rejects with a comment', async () => {
    const editor = await mount(config, task(), { review: true });
    const { told } = heard(editor);
    await click(byRole(editor, 'button', 'Reject'));
    await sendKeys({ type: 'Too hasty' });
    await keys('Enter');
    expect(told).to.deep.equal(['completion-reject Too hasty']);
  });

  it('rejects without one, and keeps what was written where that fails', async () => {
    const editor = await mount(config, task(), { review: true });
    const { told } = heard(editor);
    const fail = (event: CustomEvent<SaveDetail>) => event.detail.waitUntil(Promise.reject(new Error('no')));
    editor.addEventListener('completion-reject', fail);
    await click(byRole(editor, 'button', 'Reject'));
    await sendKeys({ type: 'Again' });
    await click(byRole(editor.shadowRoot?.querySelector('#reject-comment') as Element, 'button', 'Reject'));
    await until(() => /Not saved/.test(editor.shadowRoot?.textContent ?? ''));
    editor.removeEventListener('completion-reject', fail);
    await click(byRole(editor, 'button', 'Reject'));
    await keys('Enter');
    await until(() => told.length === 2);
    expect(told[1]).to.equal('completion-reject Again');
    await until(() => !byRole(editor, 'button', 'Reject').closest('[inert]'));
    await click(byRole(editor, 'button', 'Reject'));
    await keys('Enter');
    await until(() => told.length === 3);
    expect(told[2]).to.equal('completion-reject');
  });

  it('goes by keys', async () => {
    const editor = await mount(config, task(), { review: true });
    const { told } = heard(editor);
    await hover(editor);
    await keys('Control+Enter');
    await keys('Control+ ');
    expect(told).to.deep.equal(['completion-accept', 'completion-reject']);
    expect(byRole(editor, 'button', 'Accept').title).to.match(/Ctrl\+Enter|⌘/);
  });
});
