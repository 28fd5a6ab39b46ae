import '@vaadin/app-layout/src/vaadin-app-layout.js';
import '@vaadin/side-nav/src/vaadin-side-nav-item.js';
import '@vaadin/tooltip/src/vaadin-tooltip.js';
import '@vaadin/app-layout/src/vaadin-drawer-toggle.js';
import '@vaadin/button/src/vaadin-button.js';
import 'Frontend/generated/jar-resources/disableOnClickFunctions.js';
import 'Frontend/generated/jar-resources/menubarConnector.js';
import 'Frontend/generated/jar-resources/contextMenuConnector.js';
import '@vaadin/menu-bar/src/vaadin-menu-bar.js';
import '@vaadin/context-menu/src/vaadin-context-menu.js';
import 'Frontend/generated/jar-resources/flow-component-renderer.js';
import 'Frontend/generated/jar-resources/flow-component-directive.js';
import 'Frontend/generated/jar-resources/contextMenuTargetConnector.js';
import '@vaadin/side-nav/src/vaadin-side-nav.js';
import '@vaadin/icons/vaadin-iconset.js';
import '@vaadin/icon/src/vaadin-icon.js';
import '@vaadin/notification/src/vaadin-notification.js';
import '@vaadin/common-frontend/ConnectionIndicator.js';
import 'Frontend/generated/jar-resources/ReactRouterOutletElement.tsx';

const loadOnDemand = (key) => {
  const pending = [];
  if (key === '6ef9d4464e3541ac1996814b6171374d8ad5197d6fac4dee68cdf36e61d73e4d') {
    pending.push(import('./chunks/chunk-d0262bfc07989ef3362c9c12c0c0ec3110dcacf2e02c61ef895dfbc850d2b97e.js'));
  }
  if (key === '77d399ae0a3bdf44e2686b04e7d456ebd067bf58048193b136fb5208d17e66bf') {
    pending.push(import('./chunks/chunk-119373c0cc42c846fbe089d5f2c042ad5ebb766358b8ced04f0a27152c8f0d5c.js'));
  }
  if (key === 'bf5ceff9a5d8ef5f3e0fb6d1199ca0d2ea32c966555bf47aa46f2061da0008fb') {
    pending.push(import('./chunks/chunk-e5344f237d895b61adee7abf7787911bcbb88f08ff0df463e15f62b98cd15580.js'));
  }
  if (key === '3fa80693b70145ced396e6bbf5a4f87ebf8270b0b5305e5fd0d97af80aa75025') {
    pending.push(import('./chunks/chunk-014194ffb4e9bbd0d0689b9e81ad987c8ad9fc47a11ffc33bfcf797191b7079c.js'));
  }
  return Promise.all(pending);
}

window.Vaadin = window.Vaadin || {};
window.Vaadin.Flow = window.Vaadin.Flow || {};
window.Vaadin.Flow.loadOnDemand = loadOnDemand;
window.Vaadin.Flow.resetFocus = () => {
 let ae=document.activeElement;
 while(ae&&ae.shadowRoot) ae = ae.shadowRoot.activeElement;
 return !ae || ae.blur() || ae.focus() || true;
}