import axe from 'axe-core';
import { expect } from 'chai';
import { labelsView } from '../../../src/tags/labels/labels.view.js';
import { click, keys } from '../../support/input.js';
import { byName, type FakeSetup, type FakeTag, fakeOption, mountTag } from '../../support/tag-context.js';

const options = [fakeOption('Car', { hotkey: '1' }), fakeOption('Bus', { hotkey: '2' }), fakeOption('Tram')];

describe('labelsView', () => {
  let tag: FakeTag;
  const mount = async (setup: Partial<FakeSetup>) => {
    tag = await mountTag(labelsView, { tag: 'Labels', name: 'kind', target: { of: 'nothing' }, options, ...setup });
  };
  const label = (name: string) => byName<HTMLButtonElement>(tag.root, 'button', name);
  const pressed = () =>
    [...tag.root.querySelectorAll('button[aria-pressed="true"]')].map((button) => button.getAttribute('aria-label'));
  afterEach(() => tag.remove());

  it('arms one label at a time, and disarms it', async () => {
    await mount({});
    await click(label('Car'));
    await click(label('Bus'));
    expect(pressed()).to.deep.equal(['Bus']);
    await click(label('Bus'));
    expect(tag.values).to.deep.equal([['Car'], ['Bus'], undefined]);
  });

  it('picks several where the config says so', async () => {
    await mount({ attributes: { choice: 'multiple' } });
    await click(label('Bus'));
    await click(label('Car'));
    expect(tag.now().value).to.deep.equal(['Bus', 'Car']);
  });

  it('does not take the last label off a region, unless it may be empty', async () => {
    await mount({ target: { of: 'regions', ids: ['r'] }, value: ['Car'] });
    await click(label('Car'));
    expect(tag.values).to.deep.equal([]);
    tag.remove();
    await mount({ target: { of: 'regions', ids: ['r'] }, value: ['Car'], attributes: { allowEmpty: true } });
    await click(label('Car'));
    expect(tag.values).to.deep.equal([[]]);
    expect(pressed()).to.deep.equal(['Blank']);
  });

  it('refuses a label that is used up, the limit of the label before that of the control', async () => {
    const rare = fakeOption('Rare', { attributes: { maxUsages: 3 } });
    await mount({ options: [...options, rare], attributes: { maxUsages: 1 }, usages: { Car: 1, Rare: 2 } });
    await click(label('Car'));
    await click(label('Rare'));
    expect(tag.notes).to.deep.equal(["You can't use Car more than 1 time(s)"]);
    expect(tag.values).to.deep.equal([['Rare']]);
  });

  it('counts every selected region as a use', async () => {
    await mount({ attributes: { maxUsages: 2 }, target: { of: 'regions', ids: ['a', 'b', 'c'] } });
    await click(label('Bus'));
    expect(tag.values).to.deep.equal([]);
    expect(tag.notes).to.have.length(1);
  });

  it('binds keys, and shows keys and counts outside of the name', async () => {
    await mount({ usages: { Car: 7 } });
    expect(label('Car').innerText.trim()).to.equal('Car');
    const drawn = [...label('Car').querySelectorAll('[aria-hidden]')].map(
      (aside) => getComputedStyle(aside, '::before').content,
    );
    expect(drawn.join()).to.contain('7').and.to.contain('1');
    tag.keys.get('2')?.run();
    expect(pressed()).to.deep.equal(['Bus']);
  });

  it('keeps and shows labels that the config does not have', async () => {
    await mount({ target: { of: 'regions', ids: ['r'] }, value: ['Gone', 'Car'], attributes: { choice: 'multiple' } });
    await click(label('Car'));
    expect(tag.now().value).to.deep.equal(['Gone']);
    expect(pressed()).to.deep.equal(['Gone']);
  });

  it('arms what is selected in the config, but leaves a value alone', async () => {
    const chosen = [...options, fakeOption('Van', { attributes: { selected: true } })];
    await mount({ options: chosen });
    expect(tag.values).to.deep.equal([['Van']]);
    tag.remove();
    await mount({ options: chosen, value: ['Car'] });
    expect(tag.values).to.deep.equal([]);
  });

  it('cannot be pressed while it is read-only', async () => {
    await mount({ readonly: true });
    expect(label('Car').disabled).to.equal(true);
    tag.keys.get('1')?.run();
    expect(tag.values).to.deep.equal([]);
  });

  it('shows alias, markup, hint, size and text colour as the config says', async () => {
    await mount({
      value: ['Loud'],
      options: [
        fakeOption('P', {
          value: 'Person',
          attributes: { alias: 'P', showAlias: true, hint: 'Living ones', size: 'large' },
        }),
        fakeOption('Rich', {
          attributes: {
            html: '<b style="color: rgb(1, 2, 3)">Bold</b><img src=data:,x onerror="alert(1)"><script>1</script>',
          },
        }),
        fakeOption('Loud', { colour: 'rgb(0, 0, 200)', attributes: { selectedColor: 'rgb(250, 250, 0)' } }),
      ],
    });
    expect(label('Person').innerText).to.match(/^Person\s*\(P\)$/);
    expect(label('Person').title).to.equal('Living ones');
    expect(getComputedStyle(label('Person')).fontSize).to.equal('15px');
    const bold = label('Rich').querySelector('b');
    expect(bold && getComputedStyle(bold).color).to.equal('rgb(1, 2, 3)');
    expect(label('Rich').querySelector('script, [onerror]')).to.equal(null);
    expect(getComputedStyle(label('Loud')).color).to.equal('rgb(250, 250, 0)');
    expect(getComputedStyle(label('Loud')).backgroundColor).to.equal('rgb(0, 0, 200)');
  });

  it('does not let a colour out of task data fetch anything', async () => {
    await mount({
      options: [fakeOption('Car', { colour: 'red; background-image: url(https://example.org/spy.png)' })],
    });
    expect(getComputedStyle(label('Car')).backgroundImage).to.equal('none');
  });

  it('finds a label among a thousand by typing', async () => {
    await mount({ options: Array.from({ length: 1000 }, (_, index) => fakeOption(`Part ${index}`)) });
    byName(tag.root, 'input', 'Search labels').focus();
    for (const key of ['7', '7', '7', 'Enter']) await keys(key);
    expect(tag.values).to.deep.equal([['Part 777']]);
    expect(tag.root.querySelectorAll('button')).to.have.length(1);
    await keys('Escape');
    expect(tag.root.querySelectorAll('button')).to.have.length(1000);
  });

  it('is accessible', async () => {
    await mount({ value: ['Car', 'Gone'], attributes: { allowEmpty: true }, usages: { Car: 2, Bus: 1 } });
    const { violations } = await axe.run(tag.host);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join()}`)).to.deep.equal([]);
  });

  it('is narrowed down by a filter, but for what is picked, and picks the first match', async () => {
    await mount({ value: ['Tram'] });
    const shown = () => [...tag.root.querySelectorAll('.le-chip')].map((each) => each.getAttribute('aria-label'));
    tag.narrow({ text: 'BU' });
    expect(shown()).to.deep.equal(['Bus', 'Tram']);
    tag.narrow({ text: 'BU', caseSensitive: true });
    expect(shown()).to.deep.equal(['Tram']);
    expect(tag.host.innerText).to.contain('No label contains “BU”.');
    tag.narrow({ text: 'bu', pick: true });
    tag.narrow({ text: '' });
    expect(pressed()).to.deep.equal(['Bus']);
    expect(shown()).to.deep.equal(['Car', 'Bus', 'Tram']);
  });

  it('shows the first of very many, and those that are picked', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => fakeOption(`Label ${index}`));
    await mount({ options: many, value: ['Label 2999'] });
    expect(tag.root.querySelectorAll('.le-chip').length).to.equal(1001);
    expect(tag.host.innerText).to.contain('first 1000 of 3000');
    expect(pressed()).to.deep.equal(['Label 2999']);
  });
});
