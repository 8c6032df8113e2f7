import '@fontsource-variable/inter';
import '@digdir/designsystemet-css/theme';
import './page.css';
import './layout.css';
import './shared/shared.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { showAppearance, storedAppearance } from './shared/appearance.js';
import { LanguageProvider } from './shared/language.js';

showAppearance(storedAppearance());

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <App />
    </LanguageProvider>
  </StrictMode>,
);
