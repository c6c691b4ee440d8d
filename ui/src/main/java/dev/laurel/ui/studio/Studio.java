package dev.laurel.ui.studio;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import dev.laurel.ui.studio.frame.Beginnings;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages for people; a server that serves them imports this. */
@Configuration(proxyBeanMethods = false)
@EnableVaadin("dev.laurel.ui.studio")
@Import(Beginnings.class)
public class Studio {}
