import process from 'node:process';

/** Chromium's command line for tests and benchmarks: software WebGL where there is no GPU, and nothing that calls home. */
export function browserSwitches() {
  return [
    // Chromium refuses to start its sandbox as root (containers); anyone else keeps it.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--enable-unsafe-swiftshader',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-client-side-phishing-detection',
    '--disable-sync',
    '--disable-quic',
    '--metrics-recording-only',
    '--no-pings',
    '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
    '--autoplay-policy=no-user-gesture-required',
    '--force-color-profile=srgb',
    '--disable-dev-shm-usage',
  ];
}
