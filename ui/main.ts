import './shell/accord-app.js';
