import { expect } from 'chai';
import type { Dict, Json } from '../../../src/model/json.js';
import { taxonomyView } from '../../../src/tags/taxonomy/taxonomy.view.js';
import { click, keys } from '../../support/input.js';
import { byName, type FakeSetup, type FakeTag, mountTag } from '../../support/tag-context.js';
import { until } from '../../support/until.js';

const url = 'https://ann:secret@taxa.example/tree?lang=en';
const answers: Readonly<Record<string, Json>> = {
  '': {
    items: [{ value: 'Animals', alias: 'a', isLeaf: false }, { value: 'Plants', isLeaf: false }, { value: 'Stones' }],
  },
  a: [
    { value: 'Cats', alias: 'a1', isLeaf: false },
    { value: 'Dogs', alias: 'a2' },
  ],
  'a/a1': [{ value: 'Tabby' }],
  Plants: [],
};

describe('taxonomyView with apiUrl', () => {
  const real = window.fetch;
  let tag: FakeTag;
  let asked: string[] = [];
  let headers: (string | null)[] = [];
  let signals: (AbortSignal | null | undefined)[] = [];
  /** What is answered in place of the tree. */
  let instead: (() => Response | Promise<Response>) | undefined;
  const mount = async (attributes: Dict = {}, setup: Partial<FakeSetup> = {}) => {
    tag = await mountTag(taxonomyView, {
      tag: 'Taxonomy',
      name: 'kind',
      attributes: { apiUrl: url, ...attributes },
      ...setup,
    });
  };
  beforeEach(() => {
    asked = [];
    headers = [];
    signals = [];
    instead = undefined;
    window.fetch = async (input, init) => {
      const address = new URL(String(input));
      asked.push(address.href);
      headers.push(new Headers(init?.headers).get('Authorization'));
      signals.push(init?.signal);
      return instead ? await instead() : Response.json(answers[address.searchParams.getAll('path').join('/')]);
    };
  });
  afterEach(() => {
    tag.remove();
    window.fetch = real;
  });

  const names = () =>
    [...tag.root.querySelectorAll('[role=treeitem]')].map(
      (row) => row.getAttribute('aria-label') ?? row.textContent?.trim(),
    );
  const row = (name: string) => byName(tag.root, '[role=treeitem]', name);
  const twist = (name: string) => click(row(name).querySelector('.le-taxonomy-twist') as HTMLElement);
  const open = () => click(tag.root.querySelector('.le-taxonomy-open') as HTMLElement);
  const chips = () =>
    [...tag.root.querySelectorAll<HTMLElement>('[role=listitem]')].map((chip) => chip.innerText.trim());

  it('loads each level when it is opened, with its path and credentials', async () => {
    await mount();
    await open();
    await until(() => names().length === 3);
    await twist('Animals');
    await until(() => names().includes('Cats'));
    await twist('Cats');
    await until(() => names().includes('Tabby'));
    expect(names()).to.deep.equal(['Animals', 'Cats', 'Tabby', 'Dogs', 'Plants', 'Stones']);
    expect(asked).to.deep.equal(
      ['', '&path=a', '&path=a&path=a1'].map((path) => `https://taxa.example/tree?lang=en${path}`),
    );
    expect(new Set(headers)).to.deep.equal(new Set([`Basic ${btoa('ann:secret')}`]));
    await click(row('Tabby'));
    await click(row('Animals'));
    expect(tag.now().value).to.deep.equal([['a', 'a1', 'Tabby'], ['a']]);
    await twist('Animals');
    await twist('Animals');
    expect(asked).to.have.length(3);
  });

  it('sees that nothing is in a node', async () => {
    await mount({ leafsOnly: true });
    await open();
    await until(() => names().length === 3);
    await click(row('Plants'));
    expect(tag.values).to.deep.equal([]);
    await until(() => !row('Plants').hasAttribute('aria-expanded'));
    await click(row('Plants'));
    expect(tag.now().value).to.deep.equal([['Plants']]);
  });

  it('shows what is not loaded yet by its ids, and by its values afterwards', async () => {
    await mount({ showFullPath: true }, { value: [['a', 'a1', 'Tabby'], ['gone']] });
    await until(() => chips().includes('Animals / a1 / Tabby'));
    expect(tag.root.querySelectorAll('.le-taxonomy-unknown')).to.have.length(1);
    await open();
    await twist('Animals');
    await until(() => chips().includes('Animals / Cats / Tabby'));
    expect(tag.values).to.deep.equal([]);
  });

  it('says in place what failed, and tries again', async () => {
    instead = () => new Response('', { status: 500 });
    await mount();
    await until(() => tag.root.querySelector('[role=alert]') !== null);
    expect(tag.host.innerText).to.contain('answered with 500');
    expect(tag.host.innerText).not.to.contain('secret');
    expect([...tag.problems].map(({ code, at }) => [code, at?.attribute])).to.deep.equal([
      ['media/not-found', 'apiUrl'],
    ]);
    instead = undefined;
    await click(byName(tag.root, 'button', 'Try again'));
    await until(() => tag.root.querySelector('[role=alert]') === null);
    expect(tag.problems.size).to.equal(0);
    await open();
    expect(names()).to.deep.equal(['Animals', 'Plants', 'Stones']);

    instead = () => Promise.reject(new TypeError('no way'));
    await twist('Animals');
    await until(() => names().includes('Could not be loaded. Try again'));
    expect(tag.problems.size).to.equal(1);
    instead = undefined;
    await keys('ArrowDown');
    await keys('Enter');
    await until(() => names().includes('Cats'));
    expect(tag.problems.size).to.equal(0);
  });

  it('puts up with answers that are none', async () => {
    instead = () => Response.json({ items: [{ nothing: 1 }, { value: '<b>x</b>', children: [['odd']] }, 'Text'] });
    await mount();
    await until(() => tag.problems.size === 1);
    await open();
    expect(names()).to.deep.equal(['<b>x</b>', 'Text']);
    tag.remove();
    instead = () => Response.json('what?');
    await mount();
    await until(() => tag.root.querySelector('[role=alert]') !== null);
    expect([...tag.problems][0]?.code).to.equal('task/wrong-data');
  });

  it('asks no more once it is gone', async () => {
    instead = () => new Promise(() => {});
    await mount();
    await open();
    expect(names()).to.deep.equal(['Loading…']);
    tag.remove();
    expect(signals.map((signal) => signal?.aborted)).to.deep.equal([true]);
  });
});
