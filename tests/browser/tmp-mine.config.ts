import base from './playwright.config.ts';
export default { ...base, globalSetup: '/tmp/my-setup.mjs', outputDir: '/tmp/my-results', retries: 0, projects: [base.projects![0]!] };
