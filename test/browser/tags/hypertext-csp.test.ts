import { expect } from 'chai';
import { loadPageReader } from '../../../src/tags/hypertext/safe-page.js';

describe('loadPageReader under a strict content security policy', () => {
  it('breaks no rule, and shows styles all the same', async () => {
    const read = await loadPageReader();
    const broken: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => broken.push(violatedDirective));
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content =
      "style-src 'none'; script-src 'self'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'";
    document.head.append(policy);
    const home = document.createElement('div');
    document.body.append(home);
    const html =
      '<style>p { color: rgb(1, 2, 3) }</style><p style="margin: 9px" onclick="a()">one</p><svg><g style="opacity: 0.5"><text>a</text></g></svg><iframe src="a"></iframe><script>a()</script>';
    for (const inline of [false, true]) {
      const { element, sheets = [] } = read(html, { inline, clickableLinks: false });
      const place = document.createElement('div');
      home.append(place);
      const root = place.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [...sheets];
      root.append(element);
      const { color, marginTop } = getComputedStyle(element.querySelector('p') as Element);
      expect([color, marginTop]).to.deep.equal([inline ? 'rgb(0, 0, 0)' : 'rgb(1, 2, 3)', '9px']);
    }
    await new Promise((done) => setTimeout(done, 100));
    expect(broken).to.deep.equal([]);
    // The policy is on: the browser does tell of what breaks it.
    new DOMParser().parseFromString('<p style="margin: 1px">', 'text/html');
    home.append(document.createElement('style'));
    (home.lastChild as HTMLStyleElement).textContent = 'p {}';
    await new Promise((done) => setTimeout(done, 100));
    expect(broken.length).to.be.greaterThan(0);
    home.remove();
  });
});
