/// What the chart renders, read as Kubernetes would read it.
package org.assay.helm;
