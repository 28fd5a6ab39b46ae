package org.assay.console.parts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A page only for people with one of the roles. It saves a useless visit; the server decides on
/// every call all the same. (`@RolesAllowed` would make Quarkus intercept the page's own methods.)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ForRoles {
  String[] value();
}
