/**
 * The page of the frame that runs code of a config. React comes from where the config or the host says: none of it is ours.
 * It speaks the protocol of apps, so that the editor does not see a difference.
 */
export const framePage = `<!doctype html>
<meta charset="utf-8">
<style>
  *, ::before, ::after { box-sizing: border-box; }
  body { margin: 0; padding: 8px; font: 13px/1.5 system-ui, sans-serif; color: #1b1d22; background: #fff; }
</style>
<div id="root"></div>
<script>
(() => {
  const props = { regions: [], data: null, viewState: {} };
  let tag, React, root, component, failed;
  let made = 0;
  const post = (message) => parent.postMessage({ tag, ...message }, '*');
  const fail = (reason) => {
    failed = true;
    post({ type: 'error', message: String((reason && reason.message) || reason) });
  };
  const plain = (value) => JSON.parse(JSON.stringify(value));
  const region = (given) => ({
    ...given,
    update: (value) => post({ type: 'updateRegion', id: given.id, value: plain(value) }),
    delete: () => post({ type: 'deleteRegion', id: given.id }),
  });
  const addRegion = (value, extraData = {}) => {
    const id = 'new-' + ++made;
    post({ type: 'addRegion', id, value: plain(value), extraData: plain(extraData) });
    return region({ id, value, selected: false, hidden: false, locked: false, origin: 'manual' });
  };
  const take = ({ data, regions, viewState }) => {
    if (data !== undefined) props.data = data;
    if (regions) props.regions = regions.map(region);
    if (viewState) props.viewState = viewState;
    if (root) root.render(React.createElement(component, { React, addRegion, ...props }));
  };
  const start = async (message) => {
    tag = message.tag;
    take(message);
    if (root) return;
    const modules = await Promise.all(message.react.map((address) => import(address)));
    const having = (name) =>
      modules.flatMap((one) => [one, one.default, one.React, one.ReactDOM]).find((one) => one && one[name]);
    React = having('createElement');
    const dom = having('createRoot');
    if (!React || !dom) throw new Error('reactUrl gives no ' + (React ? 'createRoot' : 'React') + '.');
    const script = document.createElement('script');
    script.textContent = 'globalThis.givenComponent = (' + message.code.trim().replace(/;$/, '') + '\\n)';
    document.head.append(script);
    component = globalThis.givenComponent;
    if (typeof component !== 'function') {
      if (!failed) throw new Error('The code is not a function.');
      return;
    }
    root = dom.createRoot(document.getElementById('root'));
    take({});
  };
  window.onerror = (message) => fail(message);
  window.onunhandledrejection = ({ reason }) => fail(reason);
  window.onmessage = ({ source, data }) => {
    if (source !== parent || !data) return;
    if (data.type === 'init') start(data).catch(fail);
    else if (data.tag === tag) take(data);
  };
  post({ type: 'ready' });
})();
</script>
`;
