import { expect } from 'chai';
import type { LabelEditor, SaveDetail } from '../../../src/index.js';
import { click, keys, move } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, next } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View><Text name="txt" value="$text"/>
  <Choices name="sky" toName="txt"><Choice value="Clear"/><Choice value="Cloudy"/></Choices></View>`;
const task = () => ({ id: 12, data: { text: 'Fog over the river.' } });
const panels = ['topbar', 'navigation'] as const;

async function open(): Promise<LabelEditor> {
  const editor = await mount(config, task(), { panels });
  await until(() => editor.shadowRoot?.querySelector('[aria-label="Next task"]') !== null);
  return editor;
}
/** What happens, in its order. */
function heard(editor: LabelEditor): string[] {
  const told: string[] = [];
  for (const type of ['completion-draft', 'task-previous', 'task-next'] as const) {
    editor.addEventListener(type, (event) => told.push(`${type} ${(event as CustomEvent).detail.taskId}`));
  }
  return told;
}

describe('navigation', () => {
  afterEach(clear);

  it('is there only where the host asks for it', async () => {
    const editor = await mount(config, task());
    expect(() => byRole(editor, 'button', 'Next task')).to.throw();
  });

  it('asks the host for the task before and after, by button and by key', async () => {
    const editor = await open();
    const told = heard(editor);
    await click(byRole(editor, 'button', 'Previous task'));
    await until(() => told.length === 1);
    await move(byRole(editor, 'button', 'Previous task').getBoundingClientRect());
    await keys('Shift+PageDown');
    await until(() => told.length === 2);
    await keys('Shift+PageUp');
    await until(() => told.length === 3);
    expect(told).to.deep.equal(['task-previous 12', 'task-next 12', 'task-previous 12']);
    expect(byRole(editor, 'button', 'Next task').title).to.match(/Shift\+pagedown/i);
  });

  it('saves what is unsaved first', async () => {
    const editor = await open();
    const told = heard(editor);
    editor.addEventListener('completion-draft', (event) =>
      event.detail.waitUntil(new Promise((settle) => setTimeout(() => settle({ id: 3 }), 30))),
    );
    await click(byRole(editor, 'checkbox', 'Clear'));
    await click(byRole(editor, 'button', 'Next task'));
    await until(() => told.length === 2);
    expect(told).to.deep.equal(['completion-draft 12', 'task-next 12']);
  });

  it('stays where that fails, and goes on when the user wants it anyway', async () => {
    const editor = await open();
    const told = heard(editor);
    const failing = (event: CustomEvent<SaveDetail>) => event.detail.waitUntil(Promise.reject(new Error('offline')));
    editor.addEventListener('completion-draft', failing);
    await click(byRole(editor, 'checkbox', 'Clear'));
    await click(byRole(editor, 'button', 'Next task'));
    await until(() => {
      try {
        return byRole(editor, 'button', 'Go on without') !== undefined;
      } catch {
        return false;
      }
    });
    expect(told).not.to.contain('task-next 12');
    const went = next(editor, 'task-next');
    await click(byRole(editor, 'button', 'Go on without'));
    await went;
  });

  it('shows what the host says of the place', async () => {
    const editor = await open();
    const position = document.createElement('span');
    position.slot = 'task-position';
    position.textContent = '3 / 120';
    editor.append(position);
    const { left, right } = position.getBoundingClientRect();
    expect(left).to.be.at.least(byRole(editor, 'button', 'Previous task').getBoundingClientRect().right);
    expect(right).to.be.at.most(byRole(editor, 'button', 'Next task').getBoundingClientRect().left);
  });
});
