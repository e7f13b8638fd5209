import './app/accord-app.js';
