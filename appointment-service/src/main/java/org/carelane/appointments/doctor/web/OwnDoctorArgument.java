package org.carelane.appointments.doctor.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carelane.accesstoken.Caller;
import org.carelane.accesstoken.Role;
import org.carelane.appointments.Problems;
import org.carelane.appointments.doctor.Doctor;
import org.carelane.appointments.doctor.Doctors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Resolves {@link OwnDoctor}. */
@Component
class OwnDoctorArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  static {
    SpringDocUtils.getConfig().addAnnotationsToIgnore(OwnDoctor.class);
  }

  private final ObjectProvider<Doctors> doctors;

  OwnDoctorArgument(ObjectProvider<Doctors> doctors) {
    this.doctors = doctors;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(OwnDoctor.class);
  }

  @Override
  public Doctor resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var own = Objects.requireNonNull(parameter.getParameterAnnotation(OwnDoctor.class));
    var doctor =
        doctors
            .getObject()
            .find(pathVariable(request, own.value()))
            .orElseThrow(Problems::notFound);
    var caller = caller();
    if (!caller.is(Role.ADMIN) && !doctor.isAccount(caller.accountId())) {
      throw Problems.forbidden();
    }
    return doctor;
  }

  private static String pathVariable(NativeWebRequest request, String name) {
    var variables =
        (Map<?, ?>)
            Objects.requireNonNull(
                request.getAttribute(
                    HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
                    RequestAttributes.SCOPE_REQUEST));
    return String.valueOf(variables.get(name));
  }

  private static Caller caller() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return Caller.of(((JwtAuthenticationToken) Objects.requireNonNull(authentication)).getToken());
  }
}
