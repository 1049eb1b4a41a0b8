import { mount } from 'svelte';
import App from './App.svelte';
import { keepOffline } from './offline.ts';
import './font.css';
import './tokens.css';
import './base.css';

mount(App, { target: document.getElementById('app')! });
keepOffline();
