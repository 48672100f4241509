import axe from 'axe-core';
import { expect } from 'chai';
import type { Answer } from '../../../src/contract/view.js';
import type { Dict, Json } from '../../../src/model/json.js';
import { chatView } from '../../../src/tags/chat/chat.view.js';
import { click, hover, keys } from '../../support/input.js';
import { painted } from '../../support/page.js';
import { byName, type FakeSetup, type FakeTag, mountTag } from '../../support/tag-context.js';
import { until } from '../../support/until.js';

const data = [
  { role: 'system', content: 'Be kind.' },
  { role: 'user', content: 'Is the **ferry** running?', createdAt: 1710000000000 },
  { role: 'assistant', content: 'Yes, at 9:00.' },
];
const answer = (id: string, value: Json, locked = false): Answer => ({ id, value, locked });

describe('chatView', () => {
  let tag: FakeTag;
  const show = async (attributes: Dict = {}, setup: Partial<FakeSetup> = {}) => {
    tag = await mountTag(chatView, { tag: 'Chat', name: 'chat', attributes, data, ...setup });
    await painted();
  };
  const turns = () => [...tag.root.querySelectorAll<HTMLElement>('article')];
  const bodyOf = (turn: Element | undefined) => turn?.querySelector('.le-markdown')?.textContent?.trim();
  const said = () => turns().map(bodyOf);
  const log = () => tag.root.querySelector('[role=log]') as HTMLElement;
  const composer = () => tag.root.querySelector('.le-chat-composer textarea') as HTMLTextAreaElement;
  const picker = () => tag.root.querySelector('select');
  const status = () => tag.root.querySelector('.le-chat-status')?.textContent?.trim();
  const answers = () => tag.now().answers.map(({ value }) => value as Dict);
  const write = async (text: string) => {
    const { sendKeys } = await import('@web/test-runner-commands');
    await sendKeys({ type: text });
  };
  const focused = () => tag.root.activeElement as HTMLElement | null;
  afterEach(() => tag?.remove());

  it('shows the messages by role, with Markdown that cannot do any harm', async () => {
    await show(
      {},
      {
        data: [
          ...data,
          {
            role: 'narrator',
            content: 'Fog.<img alt="" src="data:," onerror="window.hacked = 1"><script>window.hacked = 1</script>',
          },
        ],
      },
    );
    await until(() => tag.root.querySelector('strong')?.textContent === 'ferry');
    expect(turns().map((turn) => turn.querySelector('b')?.textContent)).to.deep.equal([
      'System',
      'User',
      'Assistant',
      'narrator',
    ]);
    const [system, user, assistant] = turns().map((turn) => turn.getBoundingClientRect());
    const box = log().getBoundingClientRect();
    expect(box.right - (user?.right ?? 0)).to.be.lessThan(20);
    expect((assistant?.left ?? 0) - box.left).to.be.lessThan(20);
    expect(system?.width).to.be.greaterThan(assistant?.width ?? 0);
    expect(tag.root.querySelector('time')?.dateTime).to.equal('2024-03-09T16:00:00.000Z');
    await until(() => said()[3] === 'Fog.');
    expect((window as { hacked?: unknown }).hacked).to.equal(undefined);
    const { violations } = await axe.run(tag.root.host as HTMLElement, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });

  it('shows calls of tools and what they gave', async () => {
    const call = { function: { name: 'tides', arguments: '{"place":"<b>Dover</b>"}' } };
    await show(
      {},
      {
        data: [
          { role: 'assistant', content: null, tool_calls: [call] },
          { role: 'tool', name: 'tides', content: '06:12' },
        ],
      },
    );
    expect(tag.root.querySelector('summary')?.textContent?.trim()).to.equal('Calls tides');
    expect(tag.root.querySelector('pre')?.textContent).to.contain('<b>Dover</b>');
    expect(turns()[1]?.querySelector('b')?.textContent).to.equal('Tool · tides');
  });

  it('has messages written by keys alone, the roles taking turns', async () => {
    await show({ minMessages: 6 });
    expect(status()).to.equal('3 messages, 3 more needed.');
    composer().focus();
    expect(picker()?.value).to.equal('user');
    const before = Date.now();
    await write('First');
    await keys('Shift+Enter');
    await write('second line');
    await keys('Enter');
    expect(answers().map(({ role, content }) => [role, content])).to.deep.equal([['user', 'First\nsecond line']]);
    expect(Object.keys(answers()[0] ?? {})).to.deep.equal(['role', 'content', 'createdAt']);
    expect(answers()[0]?.createdAt).to.be.within(before, Date.now());
    expect(composer().value).to.equal('');
    expect(picker()?.value).to.equal('assistant');
    await keys('Enter');
    await write('  ');
    await keys('Enter');
    expect(answers().length).to.equal(1);
    await keys('Shift+Tab');
    await keys('ArrowUp');
    await keys('Tab');
    await write('I ask again');
    await keys('Enter');
    expect(answers().map(({ role }) => role)).to.deep.equal(['user', 'user']);
    expect(status()).to.equal('5 messages, 1 more needed.');
  });

  it('writes only as those whom the config names; as the user where a model answers', async () => {
    await show({ messageRoles: 'Assistant, tool' });
    expect([...(picker()?.options ?? [])].map(({ value }) => value)).to.deep.equal(['assistant', 'tool']);
    expect(picker()?.value).to.equal('tool');
    tag.remove();
    await show({ llm: 'some/model' });
    expect(picker()).to.equal(null);
    expect(composer().placeholder).to.equal('Write as user…');
  });

  it('takes no more messages than there may be', async () => {
    await show({ maxMessages: 4 });
    expect(status()).to.equal('3 messages of 4 at most');
    await click(composer());
    await write('last');
    await click(byName(tag.root, 'button', 'Send'));
    expect(answers().length).to.equal(1);
    expect(status()).to.equal('4 messages: there may be no more than 4.');
    expect(composer().checkVisibility()).to.equal(false);
    tag.update({ answers: [] });
    expect(composer().checkVisibility()).to.equal(true);
  });

  it('has own messages edited in place, and keeps all else of them', async () => {
    const own = { role: 'user', content: 'Wrong *text*', createdAt: 1710000000000, mine: [1] };
    await show({}, { answers: [answer('m1', own)] });
    await hover(turns()[3] as HTMLElement);
    await click(byName(tag.root, 'button', 'Edit message'));
    const field = () => tag.root.querySelector<HTMLTextAreaElement>('.le-chat-edit textarea');
    expect(focused()).to.equal(field());
    await keys('Control+a');
    await write('Right');
    await keys('Escape');
    expect(answers()).to.deep.equal([own]);
    expect(focused()).to.equal(turns()[3]);
    await keys('F2');
    await keys('Control+a');
    await write('Right');
    await keys('Enter');
    expect(answers()).to.deep.equal([{ ...own, content: 'Right' }]);
    expect(field()).to.equal(null);
    await until(() => bodyOf(turns()[3]) === 'Right');
    await keys('F2');
    await write(' ');
    await keys('Backspace');
    tag.settle();
    expect(answers()).to.deep.equal([{ ...own, content: 'Right' }]);
  });

  it('has own messages deleted, and the focus stays near', async () => {
    await show(
      {},
      { answers: [answer('m1', { role: 'user', content: 'a' }), answer('m2', { role: 'assistant', content: 'b' })] },
    );
    composer().focus();
    await keys('ArrowUp');
    expect(focused()).to.equal(turns()[4]);
    await keys('ArrowUp');
    await keys('Delete');
    expect(answers().map(({ content }) => content)).to.deep.equal(['b']);
    expect(focused()).to.equal(turns()[3]);
    await click(byName(turns()[3] as HTMLElement, 'button', 'Delete message'));
    expect(answers()).to.deep.equal([]);
  });

  it('changes messages only as editable says, and never those of the task', async () => {
    const mine = [answer('m1', { role: 'user', content: 'a' }), answer('m2', { role: 'assistant', content: 'b' })];
    const edits = () => turns().map((turn) => turn.querySelector('[aria-label="Edit message"]') !== null);
    await show({ editable: 'assistant, system' }, { answers: mine });
    expect(edits()).to.deep.equal([false, false, false, false, true]);
    tag.remove();
    await show({ editable: 'false' }, { answers: mine });
    expect(edits()).to.not.include(true);
    tag.remove();
    await show(
      { editable: 'true' },
      { answers: [answer('m1', { role: 'user', content: 'a' }, true), ...mine.slice(1)] },
    );
    expect(edits()).to.deep.equal([false, false, false, false, true]);
    tag.update({ readonly: true });
    expect(edits()).to.not.include(true);
    expect(tag.root.querySelectorAll('[aria-label="Delete message"]').length).to.equal(0);
    expect(composer().checkVisibility()).to.equal(false);
  });

  it('stands by what was written and not sent, when answers are read', async () => {
    await show();
    composer().focus();
    await write('not sent');
    tag.update({ readonly: true });
    tag.settle();
    expect(answers()).to.deep.equal([]);
    tag.update({ readonly: false });
    tag.settle();
    expect(answers().map(({ content }) => content)).to.deep.equal(['not sent']);
  });

  it('keeps the order of time, whatever the order of results', async () => {
    await show(
      {},
      {
        data: [],
        answers: [
          answer('b', { role: 'assistant', content: 'second', createdAt: 1710000002000 }),
          answer('x', { role: 'user', content: 'third' }),
          answer('a', { role: 'user', content: 'first', createdAt: 1710000001000 }),
        ],
      },
    );
    await until(() => said().every(Boolean));
    expect(said()).to.deep.equal(['first', 'second', 'third']);
  });

  it('says what is wrong with data, and shows results of any kind', async () => {
    await show(
      {},
      {
        data: [{ role: 'user', content: 'a' }, 7, { who: 'me' }],
        answers: [7, null, [], 'text', {}].map((value, index) => answer(`r${index}`, value as Json)),
      },
    );
    expect(turns().length).to.equal(8);
    expect([...tag.problems].map(({ message }) => message)).to.deep.equal([
      '<Chat name="chat"> has what is no message (number 2, 3). Give a list of objects with "role" and "content".',
    ]);
    tag.remove();
    await show({ maxMessages: '[1]' });
    expect([...tag.problems].map(({ code, at }) => [code, at?.attribute])).to.deep.equal([
      ['config/wrong-attribute', 'maxMessages'],
    ]);
    tag.remove();
    await show({}, { data: 'words' });
    expect([...tag.problems].map(({ code }) => code)).to.deep.equal(['task/wrong-data']);
    expect(log().textContent).to.contain('There are no messages yet.');
  });

  it('is at the newest message, goes back there, and makes Markdown of those in view only', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({
      role: index % 2 ? 'assistant' : 'user',
      content: `**Message** ${index}\n\n- one\n- two`,
    }));
    await show({}, { data: many });
    const atEnd = () => log().scrollHeight - log().scrollTop - log().clientHeight < 3;
    await until(() => atEnd() && turns().at(-1)?.querySelector('strong') !== null);
    expect(turns().length).to.equal(1000);
    expect(tag.root.querySelectorAll('strong').length).to.be.lessThan(300);
    log().scrollTop = 0;
    await until(() => turns()[0]?.querySelector('strong') !== null);
    expect(bodyOf(turns()[0])).to.contain('Message 2000');
    await click(byName(tag.root, 'button', '2,000 earlier messages: show more'));
    expect(turns().length).to.equal(2000);
    await click(byName(tag.root, 'button', 'Newest message'));
    await until(atEnd);
    composer().focus();
    await write('one more');
    await keys('Enter');
    await until(() => atEnd() && bodyOf(turns().at(-1)) === 'one more');
  });

  it('fits into 400 px', async () => {
    await show(
      {},
      { data: [{ role: 'user', content: `${'long'.repeat(60)}\n\n\`\`\`\n${'code '.repeat(60)}\n\`\`\`` }] },
    );
    (tag.root.host as HTMLElement).style.width = '400px';
    await painted();
    expect(log().scrollWidth).to.be.at.most(log().clientWidth);
    expect(composer().getBoundingClientRect().right).to.be.at.most(400);
  });

  it('goes to the field for what is missing', async () => {
    await show();
    tag.focusRequest();
    expect(focused()).to.equal(composer());
  });

  describe('with messages to be spoken of', () => {
    const mine = [
      answer('m1', { role: 'user', content: 'a' }),
      answer('m2', { role: 'assistant', content: '[b](https://x.test)' }),
    ];
    const selected = () => tag.now().selected;

    it('selects added messages by click or Enter, and no others', async () => {
      await show({}, { answers: mine });
      await click(turns()[3] as HTMLElement);
      expect(selected()).to.deep.equal(['m1']);
      expect(turns().map((turn) => turn.ariaCurrent)).to.deep.equal([null, null, null, 'true', null]);
      await click(turns()[1] as HTMLElement);
      expect(selected()).to.deep.equal(['m1']);
      turns()[3]?.focus();
      await keys('ArrowDown');
      await keys('Enter');
      expect(selected()).to.deep.equal(['m2']);
    });
  });
});
